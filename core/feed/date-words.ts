/** Month names and abbreviations in lower case without diacritics, one line a month; languages in which public feeds write them. */
const MONTH_WORDS: readonly string[] = [
  'jan january januar janner januari janvier janv enero ene gennaio gen janeiro januarie ocak oca stycznia styczen sty ledna leden led januara sijecnja ianuarie ian jaanuar sausio janvaris tammikuu tammikuuta tammi янв января январь січ січня студзеня ιαν ιανουαριου يناير',
  'feb february februar feber februari fevrier fevr fev febrero febbraio fevereiro subat sub lutego luty lut unora unor uno februara veljace februarie veebruar vasario februaris helmikuu helmikuuta helmi фев февр февраля февраль лют лютого лютага φεβ φεβρ φεβρουαριου فبراير',
  'mar march marz maerz mrz maart mrt mars marzo marco mart marca marzec brezna brezen bre martie marts marcius ozujka martius kovo maaliskuu maaliskuuta maalis мар марта март мрт березня бер сакавика μαρ μαρτ μαρτιου مارس',
  'apr april avril avr abril abr aprile nisan nis kwietnia kwiecien kwi dubna duben dub travnja aprilie aprill balandzio huhtikuu huhtikuuta huhti апр апреля апрель квітня кві квитня красавика απρ απριλιου أبريل ابريل',
  'may mai mei maj maja mayo maggio mag maio mayis kvetna kveten kve svibnja majus geguzes toukokuu toukokuuta touko май мая мај травня тра мая μαι μαιου μαϊ مايو',
  'jun june juni juin junio giugno giu junho haziran haz czerwca czerwiec cze cervna cerven cvn lipnja iunie iun juuni birzelio junijs junius kesakuu kesakuuta kesa июн июня июнь червня чер чэрвеня ιουν ιουνιου يونيو',
  'jul july juli juillet juil julio luglio lug julho temmuz tem lipca lipiec lip cervence cervenec cvc srpnja iulie iul juuli liepos julijs julius heinakuu heinakuuta heina июл июля июль липня лип липеня ιουλ ιουλιου يوليو',
  'aug august augustus aout agosto ago agustus agustos agu sierpnia sierpien sie srpna srpen srp kolovoza avgust avg rugpjucio augusts augusztus elokuu elokuuta elo авг августа август серпня сер жниуня αυγ αυγουστου أغسطس اغسطس',
  'sep sept september septembre septiembre setiembre set settembre setembro eylul eyl wrzesnia wrzesien wrz zari zar rujna septembrie rugsejo septembris szeptember szept syyskuu syyskuuta syys сен сент сентября сентябрь вересня вер верасня σεπ σεπτ σεπτεμβριου سبتمبر',
  'oct oktober okt october octobre octubre ottobre ott outubro out ekim eki pazdziernika pazdziernik paz rijna rijen rij listopada oktobar octombrie oktoober spalio oktobris lokakuu lokakuuta loka окт октября октябрь жовтня жов кастрычника οκτ οκτωβριου أكتوبر اكتوبر',
  'nov november novembre noviembre novembro kasim kas listopad lis listopadu studenoga noiembrie noi novembar lapkricio novembris marraskuu marraskuuta marras ноя нояб ноября ноябрь листопада лис лістапада νοε νοεμβριου نوفمبر',
  'dec december dez dezember desember decembre diciembre dic dicembre dezembro aralik ara grudnia grudzien gru prosince prosinec pro prosinca decembrie detsember gruodzio decembris joulukuu joulukuuta joulu дек декабря декабрь грудня гру снежня δεκ δεκεμβριου ديسمبر',
];

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}+/gu, '');

/** Where two languages disagree (Croatian "listopada" is October, Ukrainian "лис" November) the first line that has the word counts. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_WORDS.flatMap((words, at) => words.split(' ').map((word) => [plain(word), at + 1] as const)).toReversed(),
);

/** Zone abbreviations -> minutes east of Greenwich. Where one has several meanings, the one that news feeds use (IST is India). */
export const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0 },
    ...{ BST: 60, WEST: 60, CET: 60, MET: 60, MEZ: 60, WAT: 60, WEDT: 60 },
    ...{ CEST: 120, MEST: 120, MESZ: 120, CEDT: 120, EET: 120, CAT: 120, SAST: 120, IDT: 180 },
    ...{ EEST: 180, EEDT: 180, MSK: 180, EAT: 180, TRT: 180, AST: -240, ADT: -180, MSD: 240, GST: 240, SAMT: 240, AZT: 240 },
    ...{ IRST: 210, IRDT: 270, AFT: 270, PKT: 300, UZT: 300, YEKT: 300, IST: 330, NPT: 345, BDT: 360, OMST: 360, MMT: 390 },
    ...{ ICT: 420, WIB: 420, KRAT: 420, SGT: 480, HKT: 480, PHT: 480, MYT: 480, AWST: 480, WITA: 480, IRKT: 480 },
    ...{ JST: 540, KST: 540, WIT: 540, YAKT: 540, ACST: 570, AEST: 600, VLAT: 600, ACDT: 630, AEDT: 660, NZST: 720, NZDT: 780 },
    ...{ EST: -300, EDT: -240, ET: -300, CST: -360, CDT: -300, CT: -360, MST: -420, MDT: -360, MT: -420, PST: -480, PDT: -420, PT: -480 },
    ...{
      AKST: -540,
      AKDT: -480,
      HST: -600,
      NST: -210,
      NDT: -150,
      ART: -180,
      BRT: -180,
      BRST: -120,
      CLT: -240,
      CLST: -180,
      COT: -300,
      PET: -300,
    },
  }),
);
