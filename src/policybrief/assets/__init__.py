"""Our own styles, scripts and icon, and the lists by which they are joined."""
