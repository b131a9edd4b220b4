extension Script {
  /// Copying. Each place to be filled becomes a field inside the words, and *Copy* stays off while one is open.
  static let copying = #"""
    function fields(root) {
      for (const place of root.querySelectorAll("span.place")) {
        // A long name is read whole only where it may take a second line.
        const long = place.textContent.length > 26;
        const field = document.createElement(long ? "textarea" : "input");
        if (long) field.rows = 1; else field.type = "text";
        field.className = "place";
        field.id = place.id;
        field.placeholder = place.textContent.replaceAll("/", "/\u200B");
        field.value = place.dataset.value || "";
        field[long ? "cols" : "size"] = Math.min(30, Math.max(6, place.textContent.length));
        field.autocomplete = "off";
        field.spellcheck = false;
        field.setAttribute("aria-label", place.dataset.name);
        // No form sends it, and Enter in it sends none.
        field.setAttribute("form", "");
        place.replaceWith(field);
      }
      settle(root);
    }

    const places = (node) => [...node.querySelectorAll(".place:is(input, textarea)")];
    const open = (node) => places(node).filter((field) => !field.value.trim());
    const names = (left) => [...new Set(left.map((field) => field.getAttribute("aria-label")))].join(", ");

    function settle(root) {
      for (const button of root.querySelectorAll("button.copy")) {
        const node = document.getElementById(button.dataset.copy);
        if (!node || !places(node).length) continue;
        const left = open(node);
        button.setAttribute("aria-disabled", left.length ? "true" : "false");
        button.title = left.length ? "Still open: " + names(left) : "";
      }
    }

    document.addEventListener("input", (event) => {
      const field = event.target.closest(".place:is(input, textarea)");
      if (!field) return;
      if (/\n/.test(field.value)) field.value = field.value.replace(/\s*\n\s*/g, " ");
      // The same place again in the same words is the same thing.
      for (const other of places(field.parentElement)) {
        if (other.placeholder === field.placeholder) other.value = field.value;
      }
      settle(document);
    });

    function byHand(words) {
      const box = document.createElement("textarea");
      box.className = "vh";
      box.value = words;
      body.append(box);
      box.select();
      let done = false;
      try { done = document.execCommand("copy"); } catch (_) {}
      box.remove();
      return done;
    }

    async function copy(button) {
      const node = document.getElementById(button.dataset.copy);
      if (!node) return;
      const left = open(node);
      if (left.length) {
        toast("Fill in first: " + names(left) + ".");
        left[0].focus();
        return;
      }
      const words = [...node.childNodes].map((n) => n.value ?? n.textContent).join("");
      const focus = document.activeElement;
      try {
        await navigator.clipboard.writeText(words);
        toast("Copied.");
      } catch (_) {
        // Off the encrypted web there is no clipboard of that kind.
        const done = byHand(words);
        if (focus) focus.focus({ preventScroll: true });
        if (done) { toast("Copied."); return; }
        const range = document.createRange();
        range.selectNodeContents(node);
        const selection = getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
        toast("Selected. Copy it with the keyboard.");
      }
    }
    """#
}
