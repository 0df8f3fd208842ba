"""What can happen to a source between its making and us, with labels (after PREMIS events and CIDOC CRM acts)."""

PROVENANCE: dict[str, dict[str, str]] = {
    "created": {"en": "Created", "ru": "Создан"},
    "sent": {"en": "Sent", "ru": "Отправлен"},
    "received": {"en": "Received", "ru": "Получен"},
    "delivered": {"en": "Delivered", "ru": "Произнесён"},
    "performed": {"en": "Performed", "ru": "Исполнен"},
    "recorded": {"en": "Recorded", "ru": "Записан"},
    "copied": {"en": "Copied", "ru": "Скопирован"},
    "circulated": {"en": "Circulated", "ru": "Разослан"},
    "leaked": {"en": "Leaked", "ru": "Передан тайно"},
    "classified": {"en": "Classified", "ru": "Засекречен"},
    "declassified": {"en": "Declassified", "ru": "Рассекречен"},
    "published": {"en": "Published", "ru": "Опубликован"},
    "translated": {"en": "Translated", "ru": "Переведён"},
    "acquired": {"en": "Acquired", "ru": "Приобретён"},
    "transferred": {"en": "Transferred", "ru": "Передан на хранение"},
    "damaged": {"en": "Damaged", "ru": "Повреждён"},
    "restored": {"en": "Restored", "ru": "Реставрирован"},
    "digitised": {"en": "Digitised", "ru": "Оцифрован"},
    "transcribed": {"en": "Transcribed", "ru": "Расшифрован"},
    "unknown": {"en": "Not known", "ru": "Неизвестно"},
}

CERTAINTY: dict[str, dict[str, str]] = {
    "certain": {"en": "certain", "ru": "достоверно"},
    "probable": {"en": "probable", "ru": "вероятно"},
    "possible": {"en": "possible", "ru": "возможно"},
    "disputed": {"en": "disputed", "ru": "спорно"},
}
