/// The words of Spanish runbooks.
extension Lexicon {
  static let spanish: [(Concept, [String])] = [
    (
      .severities,
      [
        "severidad", "nivel de severidad", "niveles de severidad", "gravedad", "nivel de gravedad", "prioridad",
        "niveles de prioridad", "clasificación de incidentes",
      ]
    ),
    (.level, ["nivel"]),
    (.response, ["tiempo de respuesta", "tiempo objetivo de respuesta", "tiempo máximo de respuesta", "respuesta"]),
    (.acknowledge, ["acuse de recibo", "tiempo de confirmación"]),
    (.resolutionTarget, ["tiempo de resolución", "objetivo de resolución", "tiempo objetivo de resolución"]),
    (
      .updates,
      [
        "actualización", "actualizaciones", "frecuencia de actualización", "frecuencia de actualizaciones",
        "frecuencia",
      ]
    ),
    (.definition, ["descripción", "definición", "impacto"]),
    (.examples, ["ejemplo", "ejemplos"]),
    (
      .escalation,
      [
        "escalamiento", "escalado", "escalación", "cadena de escalamiento", "matriz de escalamiento",
        "ruta de escalamiento",
      ]
    ),
    (.after, ["escalar después de", "escalar tras", "después de", "tras"]),
    (.escalateTo, ["escalar a", "notificar a", "notificar", "a quién avisar", "a quién llamar", "avisar a"]),
    (.situation, ["situación", "condición", "disparador"]),
    (.onCall, ["guardia", "de guardia"]),
    (.roles, ["roles", "roles y responsabilidades", "responsabilidades"]),
    (.duties, ["responsabilidades", "tareas"]),
    (.role, ["rol", "función", "equipo", "cargo", "responsable", "quién"]),
    (.person, ["nombre", "persona"]),
    (.via, ["teléfono", "correo", "contacto", "canal"]),
    (.when, ["cuándo", "cuando"]),
    (.contacts, ["contactos", "contactos de emergencia"]),
    (.process, ["proceso", "procedimiento", "proceso de respuesta", "flujo", "lista de verificación"]),
    (.phaseWord, ["fase", "paso"]),
    (.time, ["tiempo", "duración"]),
    (.actions, ["acción", "acciones"]),
    (.scenarios, ["escenarios", "escenario", "incidentes comunes", "problemas comunes", "escenarios comunes"]),
    (.symptoms, ["síntomas", "síntoma", "señales"]),
    (.causes, ["causas", "causa", "causas comunes", "posibles causas"]),
    (.diagnosis, ["diagnóstico", "investigación", "análisis", "comprobaciones"]),
    (.fix, ["resolución", "solución", "soluciones", "mitigación", "acciones inmediatas", "corrección", "remediación"]),
    (.verification, ["verificación", "validación", "comprobación"]),
    (.prevention, ["prevención"]),
    (.rollback, ["reversión", "rollback"]),
    (.communication, ["comunicación", "notificación"]),
    (.templates, ["plantilla", "plantillas"]),
    (.internalAudience, ["interno", "interna"]),
    (.externalAudience, ["externo", "externa"]),
    (.statusPage, ["página de estado"]),
    (.customer, ["cliente", "clientes", "usuarios"]),
    (.review, ["post mortem", "revisión posterior al incidente", "postmortem", "retrospectiva", "análisis posterior"]),
    (.owner, ["responsable", "propietario", "mantenido por"]),
    (.lastUpdated, ["última actualización", "actualizado"]),
    (.nextReview, ["próxima revisión"]),
    (.overview, ["resumen", "propósito"]),
    (.contentsList, ["índice", "contenido"]),
    (.notes, ["nota", "atención"]),
  ]
}
