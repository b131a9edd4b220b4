/// The words of `FieldConcepts` in other languages: the concept, then how it is said. A translator adds to a line or adds one.
enum FieldConceptsAbroad {
  static let text = """
    down | caído, caída, no disponible, no responde, fuera de servicio, sin servicio, fora do ar, indisponível, não responde, parado, parada, en panne, indisponible, injoignable, ne répond pas, hors service, nicht erreichbar, ausgefallen, antwortet nicht, ausfall, stillstand, keine verbindung, недоступен, недоступна, недоступно, не отвечает, не работает, упал, 不可用, 宕机, 无响应, 无法访问, 停机, không phản hồi, ngừng hoạt động, không truy cập được, sập
    latency | lento, lenta, lentitud, latencia, tiempo de respuesta, lentidão, latência, tempo de resposta, lent, lente, lenteur, latence, temps de réponse, langsam, verzögerung, antwortzeit, медленно, медленный, задержка, время ответа, 延迟, 缓慢, 响应慢, 响应时间, 超时, chậm, độ trễ, thời gian phản hồi
    lag | atraso, atrasado, atrasados, atrasada, atrasadas, retraso, retrasado, retard, en retard, rückstand, verspätet, отставание, отстаёт, 积压, 滞后, trễ, tồn đọng
    errorRate | tasa de errores, tasa de error, errores, taxa de erros, taxa de erro, erros, taux d'erreur, taux d'erreurs, fehlerrate, fehlerquote, частота ошибок, ошибок, ошибки, 错误率, 报错, tỷ lệ lỗi, lỗi
    memory | memoria, sin memoria, memória, sem memória, mémoire, speicher, arbeitsspeicher, память, памяти, 内存, 内存溢出, bộ nhớ, hết bộ nhớ
    disk | disco, disco lleno, sin espacio, disco cheio, sem espaço, disque, disque plein, espace disque, festplatte, festplatte voll, kein platz, speicherplatz, диск, диск заполнен, нет места, 磁盘, 磁盘满, 空间不足, ổ đĩa, đĩa đầy, hết dung lượng
    ~database | base de datos, banco de dados, base de données, datenbank, база данных, базы данных, бд, 数据库, cơ sở dữ liệu
    ~connections | conexión, conexiones, conexão, conexões, connexion, connexions, verbindung, verbindungen, соединение, соединений, подключение, 连接, kết nối
    ~certificate | certificado, certificados, certificat, certificats, zertifikat, zertifikate, сертификат, сертификата, 证书, chứng chỉ
    expiry | caducado, expirado, vencido, expiré, abgelaufen, läuft ab, истёк, истек, истекает, 过期, 到期, hết hạn
    ~payment | pago, pagos, pagamento, pagamentos, paiement, paiements, zahlung, zahlungen, платёж, платеж, платежи, оплата, 支付, 付款, thanh toán
    ~notification | notificación, notificaciones, correo, notificação, notificações, courriel, benachrichtigung, benachrichtigungen, уведомление, уведомления, почта, письма, 通知, 邮件, 短信, thông báo, thư
    ~queue | cola, colas, fila, filas, file d'attente, warteschlange, очередь, очереди, 队列, 消息队列, hàng đợi
    ~login | inicio de sesión, autenticación, autenticação, authentification, anmeldung, вход, авторизация, аутентификация, 登录, 认证, đăng nhập
    ~site | sitio, sitio web, página web, página, site web, webseite, seite, сайт, сайта, 网站, 官网, trang web
    ~network | red, rede, réseau, netzwerk, сеть, сети, 网络, mạng
    ~backup | copia de seguridad, cópia de segurança, sauvegarde, sicherung, резервная копия, резервное копирование, бэкап, 备份, sao lưu
    breach | brecha, acceso no autorizado, acesso não autorizado, vazamento, fuga de datos, fuite de données, accès non autorisé, intrusion, datenleck, unbefugter zugriff, утечка, взлом, несанкционированный доступ, 泄露, 入侵, 未授权访问, rò rỉ, xâm nhập, truy cập trái phép
    flood | ataque, pico de tráfico, pico de tráfego, attaque, angriff, атака, 攻击, 流量激增, tấn công
    ~deployment | despliegue, implantação, déploiement, bereitstellung, auslieferung, релиз, развёртывание, 发布, 部署, triển khai
    rejected | rechazado, rechazada, rechazadas, rechazados, rejeitado, rejeitada, recusado, recusada, refusé, refusée, refusés, refusées, abgelehnt, отклонён, отклонены, отказано, 拒绝, bị từ chối
    failing | fallo, falla, fallan, falha, falham, échec, échoue, fehler, fehlgeschlagen, ошибка, сбой, 失败, 故障, 异常, thất bại, sự cố
    saturation | alto, alta, elevado, elevada, élevé, élevée, hoch, erhöht, высокий, высокая, 过高, 激增, cao, tăng đột biến
    """
}
