"""What all tests share; being here, it also lets them import `fakes`."""
