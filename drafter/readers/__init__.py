"""Files to model and findings: the only place that opens inputs."""
