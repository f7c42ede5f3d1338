"""See build_meta.py."""
