extension Script {
  /// Forms marked as quiet act without leaving the page; what changed arrives by the stream.
  static let acts = #"""
    document.addEventListener("submit", async (event) => {
      const form = event.target.closest("form[data-quiet]");
      if (!form || !window.EventSource || !body.dataset.live) return;
      event.preventDefault();
      if (form.dataset.busy) return;
      form.dataset.busy = "1";
      try {
        const fields = new URLSearchParams(new FormData(form));
        const answer = await fetch(form.action, { method: "POST", body: fields, credentials: "same-origin" });
        const text = await answer.text();
        const page = new DOMParser().parseFromString(text, "text/html");
        const refused = page.getElementById("refused");
        if (answer.status === 422 && refused) toast(refused.textContent, true);
        else if (!answer.ok || new URL(answer.url).pathname.startsWith("/sign-in")) location.reload();
      } catch (_) {
        toast("Not sent: the server does not answer. Try again.", true);
      }
      delete form.dataset.busy;
    });
    """#
}
