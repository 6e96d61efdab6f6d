"""The officers' front: one module, one template and one test per screen."""
