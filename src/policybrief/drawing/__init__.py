"""What drawings for the web and for paper share: widths of words, outlines of countries, maps before they are SVG."""
