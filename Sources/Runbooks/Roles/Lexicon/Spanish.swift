/// The words of Spanish runbooks.
extension Lexicon {
  static let spanish: [(Concept, [String])] = [
    (
      .severities,
      [
        "severidad", "nivel de severidad", "niveles de severidad", "gravedad", "nivel de gravedad", "prioridad",
        "niveles de prioridad", "clasificación de incidentes", "niveles", "clasificación", "clasificación de severidad",
        "criticidad", "niveles de criticidad", "severidades", "urgencia", "nivel de prioridad",
      ]
    ),
    (.level, ["nivel"]),
    (
      .response,
      [
        "tiempo de respuesta", "tiempo objetivo de respuesta", "tiempo máximo de respuesta", "respuesta",
        "tiempo de atención", "tiempo de reacción", "respuesta inicial", "primera respuesta", "atención",
        "sla de respuesta", "responder en",
      ]
    ),
    (
      .acknowledge,
      ["acuse de recibo", "tiempo de confirmación", "reconocimiento", "tiempo de reconocimiento", "acuse"]
    ),
    (
      .resolutionTarget,
      [
        "tiempo de resolución", "objetivo de resolución", "tiempo objetivo de resolución", "tiempo de solución",
        "solución objetivo", "tiempo de recuperación", "recuperación", "sla de resolución", "resolver en",
      ]
    ),
    (
      .updates,
      [
        "actualización", "actualizaciones", "frecuencia de actualización", "frecuencia de actualizaciones",
        "frecuencia", "comunicación", "avisos", "informe de estado", "frecuencia de comunicación",
        "frecuencia de avisos", "actualizar", "actualizaciones de estado",
      ]
    ),
    (.definition, ["descripción", "definición", "impacto"]),
    (.examples, ["ejemplo", "ejemplos"]),
    (
      .escalation,
      [
        "escalamiento", "escalado", "escalación", "cadena de escalamiento", "matriz de escalamiento",
        "ruta de escalamiento", "a quién llamar", "a quién escalar", "escalamientos", "niveles de escalamiento",
        "procedimiento de escalamiento", "escalonamiento", "cadena de aviso", "cadena de mando",
        "política de escalamiento", "ruta de escalado", "cadena de escalado", "matriz de escalado",
      ]
    ),
    (
      .after,
      [
        "escalar después de", "escalar tras", "después de", "tras", "pasados", "a los", "tiempo de escalamiento",
        "tiempo límite", "plazo",
      ]
    ),
    (
      .escalateTo,
      [
        "escalar a", "notificar a", "notificar", "a quién avisar", "a quién llamar", "avisar a", "quién", "contacto",
        "destinatario", "se avisa a", "avisar",
      ]
    ),
    (.situation, ["situación", "condición", "disparador"]),
    (.onCall, ["guardia", "de guardia"]),
    (.roles, ["roles", "roles y responsabilidades", "responsabilidades", "equipo de respuesta"]),
    (.duties, ["responsabilidades", "tareas"]),
    (.role, ["rol", "función", "equipo", "cargo", "responsable", "quién"]),
    (.person, ["nombre", "persona"]),
    (.via, ["teléfono", "correo", "contacto", "canal"]),
    (.when, ["cuándo", "cuando"]),
    (
      .contacts,
      [
        "contactos", "contactos de emergencia", "directorio", "teléfonos", "números útiles", "lista de contactos",
        "datos de contacto", "números de contacto",
      ]
    ),
    (
      .process,
      [
        "proceso", "procedimiento", "proceso de respuesta", "flujo", "lista de verificación", "qué hacer primero",
        "primeros pasos", "primeros minutos", "pasos iniciales", "respuesta al incidente", "flujo de respuesta",
        "procedimiento de respuesta", "durante el incidente", "fases",
      ]
    ),
    (.phaseWord, ["fase", "paso"]),
    (.time, ["tiempo", "duración"]),
    (.actions, ["acción", "acciones"]),
    (
      .scenarios,
      [
        "escenarios", "escenario", "incidentes comunes", "problemas comunes", "escenarios comunes",
        "escenarios frecuentes", "incidentes frecuentes", "problemas frecuentes", "fallas comunes", "fallos comunes",
        "casos comunes", "guías", "incidentes típicos", "problemas conocidos", "runbooks", "fallas frecuentes",
        "tipos de incidentes", "procedimientos específicos",
      ]
    ),
    (.symptoms, ["síntomas", "síntoma", "señales", "indicios", "qué se ve", "cómo se ve", "manifestaciones"]),
    (
      .causes,
      [
        "causas", "causa", "causas comunes", "posibles causas", "causas posibles", "causas probables", "origen",
        "causa raíz", "por qué pasa",
      ]
    ),
    (
      .diagnosis,
      [
        "diagnóstico", "investigación", "análisis", "comprobaciones", "revisar", "verificaciones",
        "pasos de diagnóstico", "comprobar", "qué revisar", "investigar", "revisión inicial",
      ]
    ),
    (
      .fix,
      [
        "resolución", "solución", "soluciones", "mitigación", "acciones inmediatas", "corrección", "remediación",
        "pasos de solución", "pasos de resolución", "qué hacer", "arreglo", "reparación", "recuperación", "pasos",
        "contención", "acciones correctivas", "acción", "acciones", "remedio", "primer paso", "resolver",
        "procedimiento",
      ]
    ),
    (
      .verification,
      [
        "verificación", "validación", "comprobación", "confirmación", "comprobar la solución", "verificar", "validar",
        "cómo verificar", "criterio de éxito", "cómo saber que se arregló", "cómo saber que está resuelto",
        "se arregló", "resuelto cuando", "comprobar", "cómo comprobarlo", "cómo saber que funciona",
      ]
    ),
    (.prevention, ["prevención", "medidas preventivas", "para que no se repita", "prevenir"]),
    (.rollback, ["reversión", "rollback"]),
    (
      .communication,
      ["comunicación", "notificación", "mensajes", "comunicados", "qué decir", "avisos", "comunicaciones"]
    ),
    (
      .templates,
      [
        "plantilla", "plantillas", "mensaje", "mensajes", "aviso", "comunicado", "modelo de mensaje",
        "plantillas de comunicación", "plantillas de mensajes", "textos",
      ]
    ),
    (.internalAudience, ["interno", "interna", "equipo", "slack", "dirección", "canal", "interno en slack", "teams"]),
    (.externalAudience, ["externo", "externa", "redes sociales", "prensa", "público"]),
    (.statusPage, ["página de estado", "web", "sitio web", "página web"]),
    (.customer, ["cliente", "clientes", "usuarios", "usuario", "compradores", "comercios", "socios"]),
    (
      .review,
      [
        "post mortem", "revisión posterior al incidente", "postmortem", "retrospectiva", "análisis posterior",
        "después del incidente", "post incidente", "postincidente", "revisión del incidente", "análisis del incidente",
        "informe post mortem", "revisión post incidente", "lecciones aprendidas", "retro", "reunión de revisión",
      ]
    ),
    (
      .owner,
      ["responsable", "propietario", "mantenido por", "equipo responsable", "dueño", "a cargo de", "autor", "equipo"]
    ),
    (
      .lastUpdated,
      [
        "última actualización", "actualizado", "fecha de actualización", "última revisión", "actualizado el",
        "última modificación", "actualizado por última vez", "revisado", "fecha",
      ]
    ),
    (
      .nextReview,
      [
        "próxima revisión", "siguiente revisión", "revisar antes de", "próxima actualización prevista",
        "fecha de próxima revisión",
      ]
    ),
    (.overview, ["resumen", "propósito"]),
    (.contentsList, ["índice", "contenido"]),
    (.notes, ["nota", "atención"]),
    (.detection, ["detección", "alerta", "alertas"]),
  ]
}
