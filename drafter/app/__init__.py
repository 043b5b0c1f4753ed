"""One function a use. Joins the floors below; prints nothing, exits nothing: the Python API."""
