/// The words of Vietnamese runbooks.
extension Lexicon {
  static let vietnamese: [(Concept, [String])] = [
    (
      .severities,
      [
        "mức độ nghiêm trọng", "mức độ", "mức độ ưu tiên", "phân loại sự cố", "cấp độ sự cố", "độ nghiêm trọng",
        "mức ưu tiên", "mức độ sự cố", "phân loại mức độ", "cấp độ", "bảng mức độ", "mức sự cố", "phân cấp sự cố",
        "phân loại",
      ]
    ),
    (.level, ["mức", "cấp", "cấp độ"]),
    (
      .response,
      [
        "thời gian phản hồi", "thời gian phản ứng", "thời gian đáp ứng", "phản hồi", "thời gian tiếp nhận",
        "phản hồi trong", "thời hạn phản hồi",
      ]
    ),
    (.acknowledge, ["thời gian xác nhận", "xác nhận"]),
    (
      .resolutionTarget,
      [
        "thời gian khắc phục", "thời gian xử lý", "thời gian giải quyết", "mục tiêu khắc phục", "thời gian phục hồi",
        "thời hạn xử lý", "khắc phục trong", "mục tiêu phục hồi",
      ]
    ),
    (
      .updates,
      [
        "tần suất cập nhật", "cập nhật", "cập nhật trạng thái", "cập nhật mỗi", "tần suất thông báo",
        "tần suất báo cáo", "báo cáo",
      ]
    ),
    (.definition, ["mô tả", "định nghĩa", "ảnh hưởng", "ý nghĩa", "phạm vi"]),
    (.examples, ["ví dụ"]),
    (
      .escalation,
      [
        "leo thang", "quy trình leo thang", "chuyển cấp", "báo cáo cấp trên", "leo thang sự cố", "các cấp leo thang",
        "báo cáo lên cấp trên", "gọi cho ai", "chuỗi leo thang", "ma trận leo thang",
      ]
    ),
    (.after, ["leo thang sau", "sau", "sau bao lâu", "thời gian chờ", "thời điểm"]),
    (.escalateTo, ["chuyển cho", "thông báo cho", "người nhận", "gọi ai", "ai", "báo cho", "người được gọi"]),
    (.situation, ["tình huống", "điều kiện"]),
    (.onCall, ["trực", "lịch trực", "ca trực"]),
    (.roles, ["vai trò", "vai trò và trách nhiệm", "trách nhiệm"]),
    (.duties, ["trách nhiệm", "nhiệm vụ"]),
    (.role, ["vai trò", "chức vụ", "nhóm"]),
    (.person, ["tên", "họ tên"]),
    (.via, ["điện thoại", "liên hệ", "kênh", "hình thức"]),
    (.when, ["khi nào"]),
    (
      .contacts,
      [
        "liên hệ", "danh bạ", "liên hệ khẩn cấp", "thông tin liên hệ", "danh sách liên hệ", "số điện thoại",
        "đầu mối liên hệ", "danh bạ liên hệ",
      ]
    ),
    (
      .process,
      [
        "quy trình", "quy trình xử lý", "các bước xử lý", "các bước đầu tiên", "việc cần làm ngay", "quy trình ứng phó",
        "ứng phó sự cố", "15 phút đầu",
      ]
    ),
    (.phaseWord, ["giai đoạn", "bước"]),
    (.time, ["thời gian", "thời điểm"]),
    (.actions, ["hành động"]),
    (
      .scenarios,
      [
        "kịch bản", "sự cố thường gặp", "các sự cố thường gặp", "lỗi thường gặp", "tình huống thường gặp",
        "sự cố phổ biến", "các tình huống", "các kịch bản", "lỗi phổ biến", "sự cố hay gặp", "các lỗi thường gặp",
        "các tình huống thường gặp",
      ]
    ),
    (.symptoms, ["triệu chứng", "dấu hiệu", "biểu hiện", "hiện tượng", "biểu hiện sự cố"]),
    (.causes, ["nguyên nhân", "nguyên nhân có thể", "nguyên nhân thường gặp", "lý do", "nguyên nhân có thể có"]),
    (
      .diagnosis,
      [
        "chẩn đoán", "kiểm tra", "điều tra", "phân tích", "các bước kiểm tra", "cách kiểm tra", "kiểm tra ban đầu",
        "xác định nguyên nhân",
      ]
    ),
    (
      .fix,
      [
        "khắc phục", "cách khắc phục", "giải pháp", "xử lý", "sửa lỗi", "giảm thiểu", "cách xử lý", "các bước xử lý",
        "các bước khắc phục", "xử lý sự cố", "biện pháp", "hướng xử lý", "khôi phục",
      ]
    ),
    (
      .verification,
      [
        "kiểm tra lại", "xác minh", "xác nhận khôi phục", "kiểm tra sau khi khắc phục", "xác nhận", "kiểm tra kết quả",
        "xác nhận kết quả",
      ]
    ),
    (.prevention, ["phòng ngừa", "biện pháp phòng ngừa", "phòng tránh", "cách phòng tránh"]),
    (.impact, ["ảnh hưởng", "tác động"]),
    (.rollback, ["hoàn tác", "quay lui"]),
    (.communication, ["truyền thông", "thông báo", "liên lạc", "thông tin liên lạc với khách", "mẫu tin nhắn"]),
    (.templates, ["mẫu", "mẫu thông báo", "mẫu tin nhắn", "mẫu email", "mẫu tin", "tin mẫu"]),
    (.statusPage, ["trang trạng thái", "ứng dụng", "trên ứng dụng", "website", "trang web"]),
    (.customer, ["khách hàng", "người dùng", "khách", "đối tác", "người bán"]),
    (
      .review,
      [
        "họp rút kinh nghiệm", "rút kinh nghiệm", "đánh giá sau sự cố", "báo cáo sau sự cố", "sau sự cố",
        "họp sau sự cố", "phân tích sau sự cố", "bài học kinh nghiệm", "tổng kết",
      ]
    ),
    (
      .owner,
      [
        "người phụ trách", "chủ sở hữu", "phụ trách", "nhóm phụ trách", "người quản lý", "đơn vị phụ trách",
        "đơn vị quản lý",
      ]
    ),
    (
      .lastUpdated,
      [
        "cập nhật lần cuối", "ngày cập nhật", "cập nhật ngày", "ngày cập nhật gần nhất", "cập nhật gần nhất",
        "sửa lần cuối", "cập nhật",
      ]
    ),
    (
      .nextReview,
      [
        "lần xem xét tiếp theo", "đánh giá tiếp theo", "ngày rà soát tiếp theo", "rà soát tiếp theo",
        "ngày xem xét tiếp theo", "lần rà soát tiếp theo", "xem xét lại",
      ]
    ),
    (.overview, ["tổng quan", "mục đích"]),
    (.contentsList, ["mục lục"]),
    (.notes, ["lưu ý", "chú ý"]),
    (.checklist, ["danh sách kiểm tra"]),
    (.detection, ["phát hiện", "cảnh báo"]),
    (.internalAudience, ["nội bộ", "nhóm chat", "ban lãnh đạo"]),
    (.externalAudience, ["bên ngoài", "công khai"]),
  ]
}
