"""The five reports as editions of their own, and what their drafts must say and must not."""
