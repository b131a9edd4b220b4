/// The words of Portuguese runbooks.
extension Lexicon {
  static let portuguese: [(Concept, [String])] = [
    (
      .severities,
      [
        "severidade", "nível de severidade", "níveis de severidade", "gravidade", "prioridade", "níveis de prioridade",
        "classificação de incidentes", "classificação", "severidades", "níveis", "criticidade", "níveis de criticidade",
        "prioridades", "urgência", "matriz de severidade", "classificação de severidade", "nível de prioridade",
      ]
    ),
    (.level, ["nível"]),
    (
      .response,
      [
        "tempo de resposta", "tempo máximo de resposta", "resposta", "sla de resposta", "primeira resposta",
        "tempo de atendimento", "atendimento", "resposta em", "resposta inicial", "tempo de reação",
        "início do atendimento",
      ]
    ),
    (.acknowledge, ["reconhecimento", "confirmação", "tempo de reconhecimento", "ack em"]),
    (
      .resolutionTarget,
      [
        "tempo de resolução", "tempo máximo de resolução", "meta de resolução", "tempo de solução", "solução em",
        "sla de resolução", "prazo de resolução", "recuperação", "resolver em", "prazo de solução",
      ]
    ),
    (
      .updates,
      [
        "atualização", "atualizações", "frequência de atualização", "frequência de atualizações", "frequência",
        "comunicação", "avisos", "frequência de comunicação", "status", "atualização de status",
        "atualizações de status", "informes", "boletim", "boletins",
      ]
    ),
    (.definition, ["descrição", "definição", "impacto"]),
    (.examples, ["exemplo", "exemplos"]),
    (
      .escalation,
      [
        "escalonamento", "escalação", "matriz de escalonamento", "cadeia de escalonamento", "escalada",
        "escalonamentos", "quem acionar", "quem chamar", "níveis de escalonamento", "fluxo de escalonamento",
        "acionamento", "matriz de acionamento", "política de escalonamento", "caminho de escalonamento",
        "plano de escalonamento",
      ]
    ),
    (.after, ["escalar após", "após", "depois de", "passados", "tempo de escalonamento", "limite"]),
    (
      .escalateTo,
      [
        "escalar para", "notificar", "quem acionar", "acionar", "quem avisar", "avisar", "quem chamar", "quem",
        "contato", "destinatário", "avisa se",
      ]
    ),
    (.situation, ["situação", "condição", "gatilho"]),
    (.onCall, ["plantão", "sobreaviso"]),
    (.roles, ["papéis", "papéis e responsabilidades", "responsabilidades", "funções"]),
    (.duties, ["responsabilidades", "tarefas"]),
    (.role, ["papel", "função", "equipe", "cargo", "responsável", "quem"]),
    (.person, ["nome", "pessoa"]),
    (.via, ["telefone", "contato", "canal"]),
    (.when, ["quando"]),
    (
      .contacts,
      [
        "contatos", "contatos de emergência", "telefones", "lista de contatos", "números úteis", "diretório", "agenda",
        "números",
      ]
    ),
    (
      .process,
      [
        "processo", "procedimento", "fluxo de resposta", "processo de resposta", "fluxo", "o que fazer primeiro",
        "primeiros passos", "primeiros minutos", "resposta a incidentes", "durante o incidente", "etapas", "fases",
        "procedimento de resposta",
      ]
    ),
    (.phaseWord, ["fase", "passo", "etapa"]),
    (.time, ["tempo", "duração", "prazo"]),
    (.actions, ["ação", "ações"]),
    (
      .scenarios,
      [
        "cenários", "cenário", "incidentes comuns", "problemas comuns", "cenários comuns", "incidentes frequentes",
        "problemas frequentes", "falhas comuns", "casos comuns", "playbooks", "runbooks", "problemas conhecidos",
        "incidentes conhecidos", "falhas conhecidas", "incidentes típicos", "ocorrências conhecidas", "ocorrências",
        "ocorrências comuns", "tipos de incidentes", "procedimentos específicos",
      ]
    ),
    (.symptoms, ["sintomas", "sintoma", "sinais", "indícios", "o que se vê", "como aparece", "manifestações"]),
    (
      .causes,
      [
        "causas", "causa", "causas prováveis", "possíveis causas", "causas possíveis", "causas comuns", "causa raiz",
        "motivos", "origem",
      ]
    ),
    (
      .diagnosis,
      [
        "diagnóstico", "investigação", "análise", "verificações", "verificar", "checar", "passos de diagnóstico",
        "o que verificar", "investigar", "checagens", "triagem", "o que olhar",
      ]
    ),
    (
      .fix,
      [
        "resolução", "solução", "soluções", "mitigação", "ações imediatas", "correção", "contenção", "o que fazer",
        "passos", "recuperação", "remediação", "ação corretiva", "ações corretivas", "reparo", "ação", "ações",
        "procedimento", "passos de resolução", "contorno", "resolver", "primeiro passo",
      ]
    ),
    (
      .verification,
      [
        "verificação", "validação", "confirmação", "como verificar", "confirmar", "critério de sucesso", "validar",
        "verificar a solução", "como saber que voltou", "voltou quando", "pronto quando",
      ]
    ),
    (.prevention, ["prevenção", "medidas preventivas", "prevenir", "para não repetir"]),
    (.rollback, ["reversão", "rollback"]),
    (
      .communication,
      [
        "comunicação", "notificação", "mensagens", "comunicados", "modelos de comunicação", "o que dizer", "avisos",
        "comunicações",
      ]
    ),
    (
      .templates,
      [
        "modelo", "modelos", "template", "mensagem", "mensagens", "aviso", "comunicado", "modelos de comunicação",
        "modelos de mensagem", "texto padrão", "textos",
      ]
    ),
    (.internalAudience, ["interno", "interna", "equipe", "time", "slack", "diretoria", "liderança", "canal", "teams"]),
    (.externalAudience, ["externo", "externa", "redes sociais", "imprensa", "público"]),
    (.statusPage, ["página de status", "status page"]),
    (.customer, ["cliente", "clientes", "usuários", "usuário", "lojistas", "parceiros"]),
    (
      .review,
      [
        "pós incidente", "post mortem", "revisão pós incidente", "retrospectiva", "pós mortem", "depois do incidente",
        "após o incidente", "pós incidentes", "análise do incidente", "lições aprendidas", "reunião de análise",
        "análise pós incidente", "relatório pós incidente", "revisão do incidente", "fechamento",
      ]
    ),
    (
      .owner,
      [
        "responsável", "proprietário", "mantido por", "time responsável", "equipe responsável", "dono", "autor",
        "mantenedor", "equipe",
      ]
    ),
    (
      .lastUpdated,
      [
        "última atualização", "atualizado em", "última revisão", "data de atualização", "última alteração",
        "revisado em", "atualizado", "revisão", "última modificação", "data",
      ]
    ),
    (
      .nextReview,
      ["próxima revisão", "revisar até", "data da próxima revisão", "próxima atualização prevista", "revisar em"]
    ),
    (.overview, ["visão geral", "objetivo"]),
    (.contentsList, ["índice", "sumário"]),
    (.notes, ["nota", "atenção"]),
    (.detection, ["detecção", "alerta", "alertas"]),
  ]
}
