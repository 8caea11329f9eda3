// The first file comes with the module.
