"""Figures and quotes become a draft that a person can approve."""
