"""What can be seen in texts alone: shared passages, figures, vague phrases, documents named."""
