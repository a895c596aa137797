"""What drawings for the web and for paper share: how wide words are, outlines of countries, maps before they are SVG."""
