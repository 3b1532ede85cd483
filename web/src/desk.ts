// The desk's script: pages are complete without it; it adds keys, live updates and what else saves a click.
export {};
