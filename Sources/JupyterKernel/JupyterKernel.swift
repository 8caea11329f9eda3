// JupyterKernel
