"""Petition cases, their figures and what their texts say."""
