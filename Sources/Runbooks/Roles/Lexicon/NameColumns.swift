/// What heads the column of names in a table of severities, in each language.
enum NameColumns {
  static let words: WordSet = [
    "name", "label", "nombre", "etiqueta", "nome", "nom", "libellé", "bezeichnung", "название", "имя", "名称", "名稱",
    "tên", "ten",
  ]
}
