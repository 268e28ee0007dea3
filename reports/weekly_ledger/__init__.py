"""The ledger of a period: what it says, whether it adds up, how it is drawn."""
