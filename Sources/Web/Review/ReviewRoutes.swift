import Hummingbird

/// What follows an incident: its review, its action items, what the runbook learns, and the figures.
extension Routes {
  static let afterwards: [Route] = [
    .get("/reviews", .signedIn, ReviewsHandlers.show),
    .get("/incidents/:incident/review", .signedIn, ReviewHandlers.show),
    .get("/incidents/:incident/review.md", .signedIn, ReviewHandlers.markdown),
    .get("/incidents/:incident/review.html", .signedIn, ReviewHandlers.html),
    .get("/incidents/:incident/review/edit", .signedIn, ReviewHandlers.edit),
    .post("/incidents/:incident/review/edit", .signedIn, .longForm, ReviewHandlers.save),
    .post("/incidents/:incident/review/fill", .signedIn, .longForm, ReviewHandlers.fill),
    .post("/incidents/:incident/review/publish", .signedIn, .form, ReviewHandlers.publish),
    .get("/incidents/:incident/review/versions/:number", .signedIn, ReviewHandlers.version),
    .get("/incidents/:incident/lesson", .signedIn, LessonHandlers.show),
    .post("/incidents/:incident/lesson", .signedIn, .form, LessonHandlers.take),
    .get("/figures", .signedIn, FiguresHandlers.show),
    .get("/figures.csv", .signedIn, FiguresHandlers.csv),
    .get("/figures/metrics", .localOrToken, FiguresHandlers.openMetrics),
    .get("/items", .signedIn, ItemHandlers.show),
    .get("/items.csv", .signedIn, ItemHandlers.csv),
    .post("/items", .signedIn, .form, ItemHandlers.add),
    .post("/items/:item", .signedIn, .form, ItemHandlers.change),
    .post("/items/:item/export", .signedIn, .form, ItemHandlers.export),
  ]

  static let afterwardsAPI: [Route] = [
    .get("/api/v1/incidents/:incident/review", .token(.read), APIReview.show),
    .get("/api/v1/incidents/:incident/review.md", .token(.read), APIReview.markdown),
    .get("/api/v1/incidents/:incident/review.html", .token(.read), APIReview.html),
    .post("/api/v1/incidents/:incident/review", .token(.respond), .bytes(1_048_576), APIReview.keep),
    .get("/api/v1/incidents/:incident/lesson", .token(.read), APILesson.show),
    .post("/api/v1/incidents/:incident/lesson", .token(.respond), .bytes(65_536), APILesson.take),
    .get("/api/v1/figures", .token(.read), FiguresHandlers.json),
    .get("/api/v1/figures.csv", .token(.read), FiguresHandlers.csv),
    .get("/api/v1/items", .token(.read), APIItems.list),
    .get("/api/v1/items.csv", .token(.read), ItemHandlers.csv),
    .post("/api/v1/items/:item", .token(.respond), .bytes(65_536), APIItems.change),
    .post("/api/v1/items/:item/export", .token(.respond), .bytes(1_024), APIItems.export),
  ]
}
