/* What stands in the drawings of a page, each text and each mark with its contrast, in each palette, against what is
   painted behind it.

   A function of the palettes, and of the elements that only divide or tint the ground, as a selector: those are no
   marks. */
([palettes, bare]) => {
  const WIDE_HALO = 3;
  const ALONG = { solid: 6, dashed: 40 };

  function channels(css) {
    const numbers = (css.match(/-?[\d.]+(?:e-?\d+)?/g) || []).map(Number);
    const whole = css.startsWith("rgb") ? numbers : numbers.map((n, at) => (at < 3 ? n * 255 : n));
    return css === "none" || !numbers.length ? [0, 0, 0, 0] : [whole[0], whole[1], whole[2], whole[3] ?? 1];
  }

  function over(colour, below) {
    return [0, 1, 2].map((at) => colour[at] * colour[3] + below[at] * (1 - colour[3]));
  }

  function luminance(colour) {
    const [r, g, b] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  function opacity(element) {
    return element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
  }

  /* The colour of a property in this palette, as see-through as it and all around it are; asked for at many points. */
  const known = new Map();
  function paint(element, name) {
    const of = known.get(element) || known.set(element, {}).get(element);
    if (!of[name]) {
      const style = getComputedStyle(element);
      of[name] = channels(style[name]);
      of[name][3] *= of[name][3] && Number(style[name + "Opacity"] ?? 1) * opacity(element);
    }
    return of[name];
  }

  /* Which property of an element paints this point of the window. */
  function painter(element, x, y) {
    if (!(element instanceof SVGGeometryElement)) {
      return element instanceof SVGElement && element.tagName !== "svg" ? "" : "backgroundColor";
    }
    const point = new DOMPoint(x, y).matrixTransform(element.getScreenCTM().inverse());
    return element.isPointInFill(point) && getComputedStyle(element).fill !== "none" ? "fill" : "stroke";
  }

  /* What is painted behind an element at a point, the nearest first; nothing where the element itself is not seen. */
  function behind(element, x, y) {
    const all = document.elementsFromPoint(x, y);
    const own = all.indexOf(element);
    return own < 0 ? [] : [all.slice(own + 1).map((one) => [one, painter(one, x, y)]).filter(([, name]) => name)];
  }

  function ground(layers) {
    return layers.reduceRight((below, [element, name]) => over(paint(element, name), below), [255, 255, 255]);
  }

  function text(element) {
    const style = getComputedStyle(element);
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!words || !parseFloat(style.fontSize) || !element.checkVisibility()) {
      return [];
    }
    const range = document.createRange();
    range.selectNodeContents(element);
    const spots = [];
    [...range.getClientRects()].forEach((box) => {
      for (let x = box.left + 1; x < box.right; x += 12) {
        for (let y = box.top + 4; y < box.bottom; y += 7) {
          spots.push(...behind(element, x, y));
        }
      }
    });
    const halo = style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= WIDE_HALO;
    const worst = () => {
      const found = spots.map(ground).map((below) => (halo ? over(paint(element, "stroke"), below) : below));
      return Math.min(...found.map((around) => contrast(over(paint(element, "fill"), around), around)));
    };
    return [{ what: element.textContent.trim(), worst: spots.length ? worst : () => 0 }];
  }

  /* A mark counts by whichever of its fill and its line stands out more, and may here and there cross another; like
     marks that lie on one another are one. */
  function mark(shape) {
    const unlike = ([other]) => other.tagName !== shape.tagName || other.getAttribute("class") !== shape.getAttribute("class");
    const length = shape.getTotalLength();
    const box = shape.getBBox();
    const many = getComputedStyle(shape).strokeDasharray === "none" ? ALONG.solid : ALONG.dashed;
    const edge = Array.from({ length: many }, (_, at) => shape.getPointAtLength(((at + 0.4) / many) * length));
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const inner = box.width && box.height ? edge.map((at) => ({ x: (at.x + middle.x) / 2, y: (at.y + middle.y) / 2 })) : [];
    const seen = ([name, points]) => {
      const onScreen = points.map((at) => new DOMPoint(at.x, at.y).matrixTransform(shape.getScreenCTM()));
      return [name, getComputedStyle(shape)[name] === "none" ? [] : onScreen.flatMap((at) => behind(shape, at.x, at.y))];
    };
    const spots = [["fill", inner], ["stroke", edge]].map(seen);
    const worst = () => Math.max(...spots.map(([name, layers]) => {
      const all = layers.map((layer) => ground(layer.filter(unlike))).map((below) => contrast(over(paint(shape, name), below), below)).sort((a, b) => a - b);
      return all.length ? all[Math.floor(all.length * 0.7)] : 0;
    }));
    const kind = [shape.tagName, shape.getAttribute("class"), shape.closest("[data-kind]")?.dataset.kind];
    return { what: [...kind, shape.closest("[data-relation]")?.dataset.relation].filter(Boolean).join(" "), worst };
  }

  const texts = [];
  const marks = [];
  const drawings = [];
  const drawn = [...document.querySelectorAll("article svg")].filter((svg) => svg.getClientRects().length && !svg.closest(".md-icon"));
  drawn.forEach((svg) => {
    svg.scrollIntoView({ block: "center", behavior: "instant" });
    drawings.push(svg.getAttribute("class") || svg.closest("div[class]").className);
    texts.push(...[...svg.querySelectorAll("text, tspan")].flatMap(text));
    const shapes = [...svg.querySelectorAll("circle, rect, path, line, polyline, polygon")];
    marks.push(...shapes.filter((shape) => !shape.matches(bare) && shape.getTotalLength()).map(mark));
  });
  const measured = palettes.map((palette) => {
    document.body.setAttribute("data-md-color-scheme", palette);
    known.clear();
    const all = (found) => found.map(({ what, worst }) => [palette, what, worst()]);
    return { texts: all(texts), marks: all(marks) };
  });
  return { drawings, texts: measured.flatMap((one) => one.texts), marks: measured.flatMap((one) => one.marks) };
}
