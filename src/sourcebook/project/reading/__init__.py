"""Reading the sources in a browser and quoting from them; what else adds evidence stands beside."""
