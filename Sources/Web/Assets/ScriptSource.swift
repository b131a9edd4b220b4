extension Script {
  /// Beside its source, a fact shows its line without moving the page.
  static let source = #"""
    const sourceBox = document.getElementById("source");
    if (sourceBox) {
      const refs = ".read-grid a.ref[href^='#L']";
      const mark = (ref) => {
        const line = document.getElementById(ref.hash.slice(1));
        if (!line || !sourceBox.contains(line)) return null;
        for (const old of document.querySelectorAll(".read-grid .on")) old.classList.remove("on");
        line.classList.add("on");
        const fact = ref.closest(".fact");
        if (fact) fact.classList.add("on");
        return line;
      };
      const isBeside = () => getComputedStyle(sourceBox).overflowY === "auto";
      const show = (line) => {
        if (isBeside()) sourceBox.scrollTop = line.offsetTop - sourceBox.offsetTop - sourceBox.clientHeight / 3;
      };
      document.addEventListener("click", (event) => {
        const ref = event.target.closest(refs);
        if (!ref || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        const line = mark(ref);
        if (!line || !isBeside()) return;
        event.preventDefault();
        history.pushState(null, "", ref.hash);
        show(line);
      });
      document.addEventListener("focusin", (event) => {
        const ref = event.target.closest(refs);
        const line = ref && ref.matches(":focus-visible") ? mark(ref) : null;
        if (line) show(line);
      });
      const wanted = location.hash.startsWith("#L") ? document.getElementById(location.hash.slice(1)) : null;
      if (wanted && isBeside()) { wanted.classList.add("on"); show(wanted); }
    }
    """#
}
