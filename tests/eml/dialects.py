"""How mail clients of many languages introduce the mail they quote: written for these tests, one line per client and language."""
# ruff: noqa: RUF001 - letters and punctuation of other scripts are what is tested

ATTRIBUTIONS = (
    "On Wed, Apr 5, 2017 at 10:00 AM Ada Byron <ada@example.com> wrote:",
    "On Wed, Apr 5, 2017 at 10:00 AM, Ada Byron <\nada@example.com> wrote:",
    "On Wed, Apr 5, 2017 at 10:00 AM Ada Byron <ada.augusta.byron.of.the.long.address@example.com>\nwrote:",
    "On 5 Apr 2017, at 10:00, Ada Byron <ada@example.com> wrote:",
    "On 05/04/17 10:00, Ada Byron wrote:",
    "On 2017-04-05 10:00, Ada Byron wrote:",
    "(2017/04/05 10:00), Ada Byron wrote:",
    "On Wednesday, April 5th, 2017 at 10:00 AM, Ada Byron <ada@example.com> wrote:",
    "On Wednesday, April 5, 2017, Ada Byron <ada@example.com> wrote:",
    "Wednesday, April 5, 2017, 10:00:00 AM, you wrote:",
    "Ada Byron wrote on 05.04.2017 10:00:",
    "Ada Byron <ada@example.com> wrote:",
    "Quoting Ada Byron <ada@example.com>:",
    "2017-04-05 10:00 GMT+02:00 Ada Byron <ada@example.com>:",
    '05.04.2017, 10:00, "Ada Byron" <ada@example.com>:',
    "---- On Wed, 05 Apr 2017 10:00:00 +0200 Ada Byron <ada@example.com> wrote ----",
    "------- On Wednesday, April 5, 2017 Ada Byron wrote -------",
    "Am 05.04.2017 um 10:00 schrieb Ada Byron:",
    "Am Mi., 5. Apr. 2017 um 10:00 Uhr schrieb Ada Byron <ada@example.com>:",
    "Am 5. April 2017 10:00:00 MESZ schrieb Ada Byron <ada@example.com>:",
    "Ada Byron schrieb am 05.04.2017 um 10:00:",
    "Ada Byron <ada@example.com> schrieb am Mi., 5. Apr. 2017, 10:00:",
    "Zitat von Ada Byron <ada@example.com>:",
    "Le mer. 5 avr. 2017 à 10:00, Ada Byron <ada@example.com> a écrit :",
    "Le 05/04/2017 à 10:00, Ada Byron a écrit\xa0:",
    "Le 5 avr. 2017 à 10:00, Ada Byron <ada@example.com> a écrit :",
    "Le mercredi 5 avril 2017 à 10:00, Ada Byron <ada@example.com> a\nécrit :",
    "El mié., 5 abr. 2017 a las 10:00, Ada Byron (<ada@example.com>) escribió:",
    "El 5 abr 2017, a las 10:00, Ada Byron <ada@example.com> escribió:",
    "El 5/4/17 a las 10:00, Ada Byron escribió:",
    "El dc., 5 d’abr. 2017, 10:00, Ada Byron <ada@example.com> va escriure:",
    "Em qua, 5 de abr de 2017 às 10:00, Ada Byron <ada@example.com> escreveu:",
    "Em 05/04/2017 10:00, Ada Byron escreveu:",
    "Em 5 de abr de 2017, à(s) 10:00, Ada Byron <ada@example.com> escreveu:",
    "Il giorno mer 5 apr 2017 alle ore 10:00 Ada Byron <ada@example.com> ha scritto:",
    "Il giorno 5 apr 2017, alle ore 10:00, Ada Byron <ada@example.com> ha\nscritto:",
    "Il 05/04/2017 10:00, Ada Byron ha scritto:",
    "Op wo 5 apr. 2017 om 10:00 schreef Ada Byron <ada@example.com>:",
    "Op 05-04-17 om 10:00 schreef Ada Byron:",
    "Op 5 apr. 2017, om 10:00 heeft Ada Byron <ada@example.com> het volgende geschreven:",
    "Den ons 5 apr. 2017 kl 10:00 skrev Ada Byron <ada@example.com>:",
    "Den 5. apr. 2017 kl. 10.00 skrev Ada Byron <ada@example.com>:",
    "Den 2017-04-05 kl. 10:00, skrev Ada Byron:",
    "ons. 5. apr. 2017 kl. 10:00 skrev Ada Byron <ada@example.com>:",
    "5 apr. 2017 kl. 10:00 skrev Ada Byron <ada@example.com>:",
    "ke 5. huhtik. 2017 klo 10.00 Ada Byron (ada@example.com) kirjoitti:",
    "Ada Byron <ada@example.com> kirjoitti 5.4.2017 kello 10.00:",
    "5.4.2017, 10.00, Ada Byron kirjoitti:",
    "śr., 5 kwi 2017 o 10:00 Ada Byron <ada@example.com> napisał(a):",
    "W dniu 05.04.2017 o 10:00, Ada Byron pisze:",
    "Wiadomość napisana przez Ada Byron <ada@example.com> w dniu 5 kwi 2017, o godz. 10:00:",
    "Dnia 5 kwietnia 2017 10:00 Ada Byron <ada@example.com> napisał(a):",
    "st 5. 4. 2017 v 10:00 odesílatel Ada Byron <ada@example.com> napsal:",
    "Dne 5.4.2017 v 10:00 Ada Byron napsal(a):",
    "Dne st 5. 4. 2017 10:00 uživatel Ada Byron <ada@example.com> napsal:",
    "st 5. 4. 2017 o 10:00 Ada Byron <ada@example.com> napísal(a):",
    "Ada Byron <ada@example.com> ezt írta (időpont: 2017. ápr. 5., Sze, 10:00):",
    "2017. 04. 05. 10:00 keltezéssel, Ada Byron írta:",
    "Pe mie., 5 apr. 2017 la 10:00, Ada Byron <ada@example.com> a scris:",
    "ср, 5 апр. 2017 г. в 10:00, Ada Byron <ada@example.com>:",
    "5 апреля 2017 г., 10:00 пользователь Ada Byron <ada@example.com> написал:",
    "5 апр. 2017 г., в 10:00, Ada Byron <ada@example.com> написал(а):",
    "05.04.2017 10:00, Ada Byron пишет:",
    "ср, 5 квіт. 2017 р. о 10:00 Ada Byron <ada@example.com> пише:",
    "На ср, 5.04.2017 г. в 10:00 Ada Byron <ada@example.com> написа:",
    "uto, 5. tra 2017. u 10:00 Ada Byron <ada@example.com> napisao je:",
    "V sre., 5. apr. 2017 ob 10:00 je oseba Ada Byron <ada@example.com> napisala:",
    "Ada Byron <ada@example.com>, 5 Nis 2017 Çar, 10:00 tarihinde şunu yazdı:",
    "5 Nisan 2017 10:00 tarihinde Ada Byron <ada@example.com> yazdı:",
    "Στις Τετ, 5 Απρ 2017 στις 10:00 π.μ., ο χρήστης Ada Byron <ada@example.com> έγραψε:",
    "\u202bבתאריך יום ד׳, 5 באפר׳ 2017 ב-10:00 מאת \u202aAda Byron\u202c\u200f <\u202aada@example.com\u202c\u200f>:\u202c",
    "في الأربعاء، 5 أبريل 2017 في 10:00 ص تمت كتابة ما يلي بواسطة Ada Byron <ada@example.com>:",
    "2017年4月5日(水) 10:00 Ada Byron <ada@example.com>:",
    "2017/04/05 10:00、Ada Byron <ada@example.com>のメール:",
    "Ada Byron <ada@example.com> 于2017年4月5日周三 上午10:00写道：",
    "在 2017年4月5日，上午10:00，Ada Byron <ada@example.com> 写道：",
    "Ada Byron <ada@example.com> 於 2017年4月5日 週三 上午10:00寫道：",
    "2017년 4월 5일 (수) 오전 10:00, Ada Byron <ada@example.com>님이 작성:",
    "Vào Th 4, 5 thg 4, 2017 vào lúc 10:00 Ada Byron <ada@example.com> đã viết:",
    "Pada tanggal Rab, 5 Apr 2017 pukul 10.00 Ada Byron <ada@example.com> menulis:",
    "เมื่อ พ. 5 เม.ย. 2017 เวลา 10:00 Ada Byron <ada@example.com> เขียนว่า:",
    "K, 5. aprill 2017 kell 10:00 Ada Byron (<ada@example.com>) kirjutas:",
    "trešd., 2017. g. 5. apr., plkst. 10:00 — lietotājs Ada Byron (<ada@example.com>) rakstīja:",
    "2017-04-05, tr, 10:00 Ada Byron <ada@example.com> rašė:",
)

HEADER_BLOCKS = (
    (
        "From: Ada Byron <ada@example.com>\nSent: Wednesday, April 5, 2017 10:00 AM\nTo: Charles "
        "<charles@example.com>\nSubject: The engine"
    ),
    (
        "________________________________\nFrom: Ada Byron <ada@example.com>\nSent: 05 April 2017 10:00\nTo: "
        "charles@example.com\nCc: m@example.com\nSubject: RE: x"
    ),
    (
        "*From:* Ada Byron <ada@example.com>\n*Sent:* Wednesday, April 5, 2017 10:00 AM\n*To:* Charles\n*Subject:* "
        "The engine"
    ),
    (
        "*From: *Ada Byron <ada@example.com>\n*Date: *Wednesday, April 5, 2017\n*To: *Charles "
        "<charles@example.com>\n*Subject: *The engine"
    ),
    (
        "-----Original Message-----\nFrom: Ada Byron\nSent: Wednesday, April 5, 2017 10:00 AM\nTo: Charles\nSubject: "
        "The engine"
    ),
    (
        "-------- Original Message --------\nSubject: The engine\nDate: Wed, 5 Apr 2017\nFrom: Ada Byron "
        "<ada@example.com>\nTo: charles@example.com"
    ),
    (
        "-------- Original message --------\nFrom: Ada Byron <ada@example.com>\nDate: 05/04/2017 10:00 "
        "(GMT+01:00)\nTo: charles@example.com"
    ),
    "Von: Ada Byron <ada@example.com>\nGesendet: Mittwoch, 5. April 2017 10:00\nAn: Charles\nBetreff: AW: Maschine",
    (
        "-----Ursprüngliche Nachricht-----\nVon: Ada Byron\nGesendet: Mittwoch, 5. April 2017 10:00\nAn: "
        "Charles\nBetreff: Maschine"
    ),
    "De : Ada Byron <ada@example.com>\nEnvoyé : mercredi 5 avril 2017 10:00\nÀ : Charles\nObjet : RE: machine",
    "-----Message d'origine-----\nDe : Ada Byron\nEnvoyé : mercredi 5 avril 2017 10:00\nÀ : Charles\nObjet : machine",
    (
        "De: Ada Byron <ada@example.com>\nEnviado el: miércoles, 5 de abril de 2017 10:00\nPara: Charles\nAsunto: RE: "
        "máquina"
    ),
    (
        "De: Ada Byron <ada@example.com>\nEnviado: quarta-feira, 5 de abril de 2017 10:00\nPara: Charles\nAssunto: "
        "RE: máquina"
    ),
    "Da: Ada Byron <ada@example.com>\nInviato: mercoledì 5 aprile 2017 10:00\nA: Charles\nOggetto: R: macchina",
    "Van: Ada Byron <ada@example.com>\nVerzonden: woensdag 5 april 2017 10:00\nAan: Charles\nOnderwerp: RE: machine",
    "Från: Ada Byron <ada@example.com>\nSkickat: den 5 april 2017 10:00\nTill: Charles\nÄmne: SV: maskin",
    "Fra: Ada Byron <ada@example.com>\nSendt: 5. april 2017 10:00\nTil: Charles\nEmne: SV: maskine",
    (
        "Lähettäjä: Ada Byron <ada@example.com>\nLähetetty: keskiviikko 5. huhtikuuta 2017 10.00\nVastaanottaja: "
        "Charles\nAihe: VS: kone"
    ),
    "Od: Ada Byron <ada@example.com>\nWysłano: środa, 5 kwietnia 2017 10:00\nDo: Charles\nTemat: Odp: maszyna",
    "Od: Ada Byron <ada@example.com>\nOdesláno: středa 5. dubna 2017 10:00\nKomu: Charles\nPředmět: RE: stroj",
    "Feladó: Ada Byron <ada@example.com>\nElküldve: 2017. április 5. 10:00\nCímzett: Charles\nTárgy: RE: gép",
    "От: Ada Byron <ada@example.com>\nОтправлено: 5 апреля 2017 г. 10:00\nКому: Charles\nТема: RE: машина",
    "Від: Ada Byron <ada@example.com>\nНадіслано: 5 квітня 2017 р. 10:00\nКому: Charles\nТема: RE: машина",
    "Kimden: Ada Byron <ada@example.com>\nGönderildi: 5 Nisan 2017 Çarşamba 10:00\nKime: Charles\nKonu: YNT: makine",
    "De la: Ada Byron <ada@example.com>\nTrimis: miercuri, 5 aprilie 2017 10:00\nCătre: Charles\nSubiect: RE: motor",
    "Από: Ada Byron <ada@example.com>\nΣτάλθηκε: Τετάρτη, 5 Απριλίου 2017 10:00\nΠρος: Charles\nΘέμα: ΑΠ: μηχανή",
    "发件人: Ada Byron <ada@example.com>\n发送时间: 2017年4月5日 10:00\n收件人: Charles\n主题: 答复: 机器",
    "差出人: Ada Byron <ada@example.com>\n送信日時: 2017年4月5日 10:00\n宛先: Charles\n件名: RE: 機械",
    "보낸 사람: Ada Byron <ada@example.com>\n보낸 날짜: 2017년 4월 5일 10:00\n받는 사람: Charles\n제목: RE: 기계",
    "Từ: Ada Byron <ada@example.com>\nĐã gửi: 5 tháng 4, 2017 10:00\nĐến: Charles\nChủ đề: RE: máy",
)

CLIENT_LINES = (
    "Sent from my iPhone",
    "Sent from my iPad, please excuse brevity",
    "Sent from my Galaxy",
    "Sent from Samsung Mobile",
    "Sent from Mail for Windows 10",
    "Sent from Yahoo Mail on Android",
    "Sent from Outlook for Android",
    "Sent via BlackBerry from T-Mobile",
    "Sent with Proton Mail secure email.",
    "Get Outlook for iOS<https://example.com/ios>",
    "Envoyé de mon iPhone",
    "Envoyé depuis mon appareil mobile Samsung.",
    "Télécharger Outlook pour Android",
    "Von meinem iPhone gesendet",
    "Gesendet mit der GMX Mail App",
    "Gesendet von Outlook für Android",
    "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "Enviado desde mi iPhone",
    "Enviado do meu iPhone",
    "Obtener Outlook para Android",
    "Inviato da iPhone",
    "Inviato dal mio dispositivo Samsung",
    "Verzonden vanaf mijn iPhone",
    "Verstuurd vanaf mijn iPad",
    "Skickat från min iPhone",
    "Sendt fra min iPhone",
    "Lähetetty iPhonesta",
    "Wysłane z iPhone'a",
    "Odesláno z iPhonu",
    "Отправлено с iPhone",
    "Надіслано з iPhone",
    "iPhone'umdan gönderildi",
    "iPhoneから送信",
    "发自我的iPhone",
    "從我的 iPhone 傳送",
    "나의 iPhone에서 보냄",
    "Đã gửi từ iPhone của tôi",
    "Στάλθηκε από το iPhone μου",
)
