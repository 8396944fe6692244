"""What readers see: one module a form, one port for all."""
