import { countryCodes, countryName } from '../scenario/countries';
import { plain } from './plain';

/**
 * Names of countries and of two bodies in other spellings and languages than the scenario's English:
 * English, Swahili, Somali, French and Arabic of CLDR 48, as Node 24 has them.
 */
const NAMES = `
AD Andora|Andorre|أندورا;
AE Falme za Kiarabu|Midawga Imaaraatka Carabta|Émirats arabes unis|الإمارات العربية المتحدة;
AF Afgaanistaan|أفغانستان;
AG Antigua & Barbuda|Antigua na Barbuda|Antigua & Barbuuda|Antigua-et-Barbuda|أنتيغوا وبربودا;
AI Anguula|أنغويلا; AL Albaaniya|Albanie|ألبانيا; AM Armeeniya|Arménie|أرمينيا;
AO Angoola|أنغولا; AQ Antaktiki|Antaarktika|Antarctique|أنتاركتيكا;
AR Ajentina|Arjentiina|Argentine|الأرجنتين;
AS Samoa ya Marekani|Samowa Ameerika|Samoa américaines|ساموا الأمريكية;
AT Awsteriya|Autriche|النمسا; AU Awstaraaliya|Australie|أستراليا; AW أروبا;
AX Visiwa vya Aland|Jasiiradda Aland|Îles Åland|جزر آلاند;
AZ Azerbaijani|Asarbajan|Azerbaïdjan|أذربيجان;
BA Bosnia & Herzegovina|Bosnia na Hezegovina|Boosniya & Harsegofina|Bosnie-Herzégovine|البوسنة والهرسك;
BB Babadosi|Baarbadoos|Barbade|بربادوس; BD Bangladeshi|Bangaladhesh|بنغلاديش;
BE Ubelgiji|Biljam|Belgique|بلجيكا; BF Bukinafaso|Burkiina Faaso|بوركينا فاسو;
BG Bulgaariya|Bulgarie|بلغاريا; BH Bahareni|Baxreyn|Bahreïn|البحرين; BI بوروندي;
BJ Biniin|بنين; BL St. Barthélemy|St. Baathelemiy|Saint-Barthélemy|سان بارتليمي;
BM Barmuuda|Bermudes|برمودا; BN Brunei|Buruneey|بروناي; BO Boliifiya|Bolivie|بوليفيا;
BQ Caribbean Netherlands|Uholanzi ya Karibiani|Karibiyaan Nadarlands|Pays-Bas caribéens|هولندا الكاريبية;
BR Baraasiil|Brésil|البرازيل; BS Bahama|Bahaamas|جزر البهاما; BT Buutan|Bhoutan|بوتان;
BV Kisiwa cha Bouvet|Buufet Island|Île Bouvet|جزيرة بوفيه; BW Botuswaana|بوتسوانا;
BY Biélorussie|بيلاروس; BZ Beliis|بليز; CA Kanada|كندا;
CC Visiwa vya Cocos (Keeling)|Jasiiradda Kookoos|Îles Cocos|جزر كوكوس (كيلينغ);
CD Congo - Kinshasa|Kongo - Kinshasa|Jamhuuriyadda Dimuquraadiga Kongo|Congo-Kinshasa|الكونغو - كينشاسا;
CF Jamhuri ya Afrika ya Kati|Jamhuuriyadda Afrikada Dhexe|République centrafricaine|جمهورية أفريقيا الوسطى;
CG Congo - Brazzaville|Kongo - Brazzaville|Kongo|Congo-Brazzaville|الكونغو - برازافيل;
CH Uswisi|Swiiserlaand|Suisse|سويسرا; CI Côte d’Ivoire|Ayfori Koost|ساحل العاج;
CK Visiwa vya Cook|Jasiiradda Kook|Îles Cook|جزر كوك; CL Jili|Chili|تشيلي;
CM Kameruni|Kaameruun|Cameroun|الكاميرون; CN Uchina|Shiinaha|Chine|الصين;
CO Kolombia|Koloombiya|Colombie|كولومبيا; CR Kostarika|كوستاريكا; CU Kuba|Kuuba|كوبا;
CV Cape Verde|Jasiiradda Kayb Faarde|Cap-Vert|الرأس الأخضر; CW Kurakaaw|كوراساو;
CX Kisiwa cha Krismasi|Jasiiradda Kirismas|Île Christmas|جزيرة كريسماس;
CY Saiprasi|Qubrus|Chypre|قبرص; CZ Chechia|Jekiya|Tchéquie|التشيك;
DE Ujerumani|Jarmal|Allemagne|ألمانيا; DJ Jibuti|Jabuuti|جيبوتي; DK Denmaki|Danemark|الدانمرك;
DM Dominika|Dominique|دومينيكا;
DO Jamhuri ya Dominika|Jamhuuriyaddda Dominika|République dominicaine|جمهورية الدومينيكان;
DZ Aljeria|Aljeeriya|Algérie|الجزائر; EC Ikuwadoor|Équateur|الإكوادور;
EE Estooniya|Estonie|إستونيا; EG Misri|Masar|Égypte|مصر;
EH Sahara Magharibi|Saxaraha Galbeed|Sahara occidental|الصحراء الغربية;
ER Eritreeya|Érythrée|إريتريا; ES Uhispania|Isbeyn|Espagne|إسبانيا;
ET Itoobiya|Éthiopie|إثيوبيا; FI Ufini|Finlande|فنلندا; FJ Fidji|فيجي;
FK Falkland Islands|Visiwa vya Falkland|Jaziiradaha Fooklaan|Îles Malouines|جزر فوكلاند;
FM Mikronesia|Mikroneesiya|Micronésie|ميكرونيزيا;
FO Visiwa vya Faroe|Jasiiradda Faroo|Îles Féroé|جزر فارو; FR Ufaransa|Faransiis|فرنسا;
GA Gaaboon|الغابون; GB Ufalme wa Muungano|Boqortooyada Midowday|Royaume-Uni|المملكة المتحدة;
GD Giriinaada|Grenade|غرينادا; GE Jojia|Joorjiya|Géorgie|جورجيا;
GF Guiana ya Ufaransa|Faransiis Gini|Guyane française|غويانا الفرنسية;
GG Guurnsey|Guernesey|غيرنزي; GH Gaana|غانا; GI جبل طارق; GL Groenland|غرينلاند;
GM Gambiya|Gambie|غامبيا; GN Gine|Gini|Guinée|غينيا; GP Guadeluub|غوادلوب;
GQ Guinea ya Ikweta|Ekuwatooriyal Gini|Guinée équatoriale|غينيا الاستوائية;
GR Ugiriki|Giriig|Grèce|اليونان;
GS South Georgia & South Sandwich Islands|Visiwa vya Georgia Kusini na Sandwich Kusini|Jasiiradda Joorjiyada Koonfureed & Sandwij|Géorgie du Sud-et-les Îles Sandwich du Sud|جورجيا الجنوبية وجزر ساندويتش الجنوبية;
GT Guwaatamaala|غواتيمالا; GU Guaam|غوام; GW Ginebisau|Gini-Bisaaw|Guinée-Bissau|غينيا بيساو;
GY غيانا;
HK Hong Kong SAR China|R.A.S. chinoise de Hong Kong|هونغ كونغ الصينية (منطقة إدارية خاصة);
HM Heard & McDonald Islands|Kisiwa cha Heard na Visiwa vya McDonald|Jasiiradda Haad & MakDonald|Îles Heard-et-MacDonald|جزيرة هيرد وجزر ماكدونالد;
HN هندوراس; HR Korweeshiya|Croatie|كرواتيا; HT هايتي; HU Hungaria|Hangari|Hongrie|هنغاريا;
ID Indoneesiya|Indonésie|إندونيسيا; IE Ayalandi|Ayrlaand|Irlande|أيرلندا;
IL Israeli|Israaʼiil|إسرائيل; IM Kisiwa cha Man|Jasiiradda Isle of Man|Île de Man|جزيرة مان;
IN Hindiya|Inde|الهند;
IO Eneo la Uingereza katika Bahari Hindi|Dhul xadeedka Badweynta Hindiya ee Ingiriiska|Territoire britannique de l’océan Indien|الإقليم البريطاني في المحيط الهندي;
IQ Iraki|Ciraaq|Irak|العراق; IR Iiraan|إيران; IS Aisilandi|Ayslaand|Islande|آيسلندا;
IT Italia|Talyaani|Italie|إيطاليا; JE Jaarsey|جيرسي; JM Jamaika|Jamaaika|Jamaïque|جامايكا;
JO Urdun|Jordanie|الأردن; JP Japani|Jabaan|Japon|اليابان; KE كينيا;
KG Kirigizistani|Kirgistaan|Kirghizstan|قيرغيزستان; KH Kambodia|Kamboodiya|Cambodge|كمبوديا;
KI كيريباتي; KM Komoro|Komooros|Comores|جزر القمر;
KN St. Kitts & Nevis|St. Kitts na Nevis|St. Kitts iyo Nevis|Saint-Christophe-et-Niévès|سانت كيتس ونيفيس;
KP Korea Kaskazini|Kuuriyada Waqooyi|Corée du Nord|كوريا الشمالية;
KR Korea Kusini|Kuuriyada Koonfureed|Corée du Sud|كوريا الجنوبية; KW Kuwayt|Koweït|الكويت;
KY Visiwa vya Cayman|Îles Caïmans|جزر كايمان; KZ Kazakistani|Kasaakhistaan|كازاخستان; LA لاوس;
LB Lubnaan|Liban|لبنان; LC St. Lucia|St. Lusia|Sainte-Lucie|سانت لوسيا;
LI Liyjtensteyn|ليختنشتاين; LK Sirilaanka|سريلانكا; LR Laybeeriya|ليبيريا;
LS Lesoto|Losooto|ليسوتو; LT Lituweeniya|Lituanie|ليتوانيا; LU Luksemboorg|لوكسمبورغ;
LV Latfiya|Lettonie|لاتفيا; LY Liibya|Libye|ليبيا; MA Morooko|Maroc|المغرب; MC Moonako|موناكو;
MD Moldofa|Moldavie|مولدوفا; ME Moontenegro|الجبل الأسود;
MF St. Martin|St. Maartin|Saint-Martin|سان مارتن; MG Madagaska|Madagaskar|مدغشقر;
MH Visiwa vya Marshall|Jasiiradda Maarshal|Îles Marshall|جزر مارشال;
MK Masedonia ya Kaskazini|Masedooniya Waqooyi|Macédoine du Nord|مقدونيا الشمالية;
ML Maali|مالي; MM Myanmar (Burma)|Mayanmar|Myanmar (Birmanie)|ميانمار (بورما);
MN Mongooliya|Mongolie|منغوليا;
MO Macao SAR China|Makau SAR China|Makaaw|R.A.S. chinoise de Macao|منطقة ماكاو الإدارية الخاصة;
MP Visiwa vya Mariana vya Kaskazini|Jasiiradda Waqooyiga Mariaana|Îles Mariannes du Nord|جزر ماريانا الشمالية;
MQ Maartinik|جزر المارتينيك; MR Moritania|Muritaaniya|Mauritanie|موريتانيا; MS مونتسرات;
MT Maalta|Malte|مالطا; MU Morisi|Mawrishiyaas|Maurice|موريشيوس;
MV Maldivi|Maaldiifis|جزر المالديف; MW Malaawi|ملاوي; MX Meksiko|Mexique|المكسيك;
MY Malesia|Malaysiya|Malaisie|ماليزيا; MZ Msumbiji|Musambiik|موزمبيق;
NA Namiibiya|Namibie|ناميبيا;
NC Jasiiradda Niyuu Kaledooniya|Nouvelle-Calédonie|كاليدونيا الجديدة; NE Nayjer|النيجر;
NF Kisiwa cha Norfolk|Jasiiradda Noorfolk|Île Norfolk|جزيرة نورفولك; NG Nayjeeriya|نيجيريا;
NI Nikaragwa|Nikaraaguwa|نيكاراغوا; NL Uholanzi|Nederlaands|Pays-Bas|هولندا;
NO Noorweey|Norvège|النرويج; NP Nebaal|نيبال; NR ناورو; NU نيوي;
NZ Nyuzilandi|Niyuusiilaand|Nouvelle-Zélande|نيوزيلندا; OM Cumaan|عُمان; PA Baanama|بنما;
PE Beeru|Pérou|بيرو;
PF Polynesia ya Ufaransa|Booliyneesiya Faransiiska|Polynésie française|بولينيزيا الفرنسية;
PG Babwa Niyuu Gini|Papouasie-Nouvelle-Guinée|بابوا غينيا الجديدة;
PH Ufilipino|Filibiin|الفلبين; PK Pakistani|Bakistaan|باكستان; PL Booland|Pologne|بولندا;
PM St. Pierre & Miquelon|Santapierre na Miquelon|St. Pierre iyo Miquelon|Saint-Pierre-et-Miquelon|سان بيير ومكويلون;
PN Pitcairn Islands|Visiwa vya Pitcairn|Bitkairn|Îles Pitcairn|جزر بيتكيرن;
PR Bueerto Riiko|Porto Rico|بورتوريكو;
PS Palestinian Territories|Maeneo ya Palestina|Dhulka Falastiiniyiinta daanta galbeed iyo marinka qasa|Territoires palestiniens|الأراضي الفلسطينية;
PT Ureno|Bortugaal|البرتغال; PW Balaaw|Palaos|بالاو; PY Baraguaay|باراغواي; QA Qadar|قطر;
RE Riyuuniyon|La Réunion|روينيون; RO Rumaaniya|Roumanie|رومانيا; RS Seerbiya|Serbie|صربيا;
RU Russia|Urusi|Ruush|Russie|روسيا; RW Ruwanda|رواندا;
SA Saudia|Sacuudi Carabiya|Arabie saoudite|المملكة العربية السعودية;
SB Visiwa vya Solomon|Jasiiradda Solomon|Îles Salomon|جزر سليمان; SC Ushelisheli|Sishelis|سيشل;
SD Suudaan|Soudan|السودان; SE Uswidi|Iswidhan|Suède|السويد; SG Singaboor|Singapour|سنغافورة;
SH St. Helena|Saynt Helena|Sainte-Hélène|سانت هيلينا; SI Islofeeniya|Slovénie|سلوفينيا;
SJ Svalbard & Jan Mayen|Svalbard na Jan Mayen|Jasiiradda Sfaldbaad & Jaan Mayen|Svalbard et Jan Mayen|سفالبارد وجان ماين;
SK Islofaakiya|Slovaquie|سلوفاكيا; SL Siera Leoni|Siraaliyoon|سيراليون;
SM Saint-Marin|سان مارينو; SN Senegali|Sinigaal|السنغال; SO Soomaaliya|Somalie|الصومال;
SR Surineym|سورينام; SS Sudan Kusini|Koonfur Suudaan|Soudan du Sud|جنوب السودان;
ST São Tomé & Príncipe|Sao Tome na Principe|Sao Tome & Birincibal|Sao Tomé-et-Principe|ساو تومي وبرينسيبي;
SV El Salfadoor|Salvador|السلفادور;
SX Sint Maarten|Siint Maarteen|Saint-Martin (partie néerlandaise)|سانت مارتن;
SY Suuriya|Syrie|سوريا; SZ Eswaatiini|إسواتيني;
TC Turks & Caicos Islands|Visiwa vya Turks na Caicos|Turks & Kaikos Island|Îles Turques-et-Caïques|جزر توركس وكايكوس;
TD Jaad|Tchad|تشاد;
TF Himaya za Kusini za Kifaranza|Dhul xadeedka Koonfureed ee Faransiiska|Terres australes françaises|الأقاليم الجنوبية الفرنسية;
TG Toogo|توغو; TH Tailandi|Taylaand|Thaïlande|تايلاند; TJ Tajikistani|Tadjikistan|طاجيكستان;
TK Tokelaaw|توكيلاو; TL Timor oriental|تيمور - ليشتي; TM تركمانستان; TN Tuniisiya|Tunisie|تونس;
TO تونغا; TR Uturuki|Turki|Turquie|تركيا;
TT Trinidad & Tobago|Trinidad na Tobago|Tirinidaad & Tobago|Trinité-et-Tobago|ترينيداد وتوباغو;
TV Tufaalu|توفالو; TW Taywaan|تايوان; TZ Tansaaniya|Tanzanie|تنزانيا; UA Yukrayn|أوكرانيا;
UG Ugaanda|Ouganda|أوغندا;
UM U.S. Outlying Islands|Visiwa Vidogo vya Nje vya Marekani|Jasiiradaha ka baxsan Maraykanka|Îles mineures éloignées des États-Unis|جزر الولايات المتحدة النائية;
US Marekani|Maraykanka|États-Unis|الولايات المتحدة; UY Uruguwaay|أورغواي;
UZ Uzibekistani|Usbakistan|Ouzbékistan|أوزبكستان;
VA Vatican City|Mji wa Vatican|Magaalada Faatikaan|État de la Cité du Vatican|الفاتيكان;
VC St. Vincent & Grenadines|St. Vincent na Grenadines|St. Finsent & Girenadiins|Saint-Vincent-et-les Grenadines|سانت فنسنت وجزر غرينادين;
VE Fenisuweela|فنزويلا;
VG Visiwa vya Virgin, Uingereza|Biritish Farjin Island|Îles Vierges britanniques|جزر فيرجن البريطانية;
VI U.S. Virgin Islands|Visiwa vya Virgin, Marekani|U.S Fargin Island|Îles Vierges des États-Unis|جزر فيرجن الأمريكية;
VN Vietnam|Vietnamu|Fiyetnaam|فيتنام; VU Fanuaatu|فانواتو;
WF Wallis & Futuna|Wallis na Futuna|Walis & Futuna|Wallis-et-Futuna|جزر والس وفوتونا;
WS Samoowa|ساموا; XK Kosovo|Koosofo|كوسوفو; YE Yemeni|Yaman|اليمن; YT مايوت;
ZA Afrika Kusini|Koonfur Afrika|Afrique du Sud|جنوب أفريقيا; ZM Saambiya|Zambie|زامبيا;
ZW Simbaabwe|زيمبابوي;
EU European Union|Umoja wa Ulaya|Midowga Yurub|Union européenne|الاتحاد الأوروبي;
UN United Nations|Umoja wa Mataifa|Qaramada Midoobay|Nations Unies|الأمم المتحدة
`;

/** Codes by plain name; a name that stands for two countries in different languages names none. */
const codes = new Map<string, string | undefined>();
for (const row of NAMES.trim().split(';')) {
	const [, code = '', names = ''] = /^\s*(\w\w) (.*)$/s.exec(row) ?? [];
	for (const name of names.split('|'))
		codes.set(plain(name), codes.has(plain(name)) ? undefined : code);
}
for (const code of countryCodes) codes.set(plain(countryName(code) ?? code), code);

const SHORT = new Map([
	...countryCodes.map((code) => [code, code] as const),
	['UK', 'GB'],
	['USA', 'US'],
	['UAE', 'AE'],
	['DRC', 'CD'],
	['EU', 'EU'],
	['UN', 'UN']
]);

/**
 * Which country or body a text names, where that is certain: a name in one of five languages, or an
 * ISO code or common short form in capitals.
 * @returns ISO 3166-1 alpha-2, `EU`, `UN`, or undefined
 */
export function countryOf(written: string): string | undefined {
	return SHORT.get(written.trim().replaceAll('.', '')) ?? codes.get(plain(written));
}
