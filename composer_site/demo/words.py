"""What the invented statements say. Nobody has planned these events, and every text says so."""

from typing import Any


def _place(zone: str, en: str, kk: str, in_kk: str, ru: str, in_ru: str, zh: str) -> dict[str, Any]:
    """Each language's name of the place, and how it says that something is there."""
    return {
        "zone": zone,
        "en": (en, f"in {en}"),
        "kk": (kk, in_kk),
        "ru": (ru, in_ru),
        "zh_hans": (zh, zh),
    }


def _texts(en: str, kk: str, ru: str, zh: str) -> dict[str, str]:
    return {"en": en, "kk": kk, "ru": ru, "zh_hans": zh}


KZ, CN = "Asia/Almaty", "Asia/Shanghai"
PLACES = [
    _place(KZ, "Almaty", "Алматы", "Алматыда", "Алматы", "в\u00a0Алматы", "阿拉木图"),
    _place(CN, "Beijing", "Бейжің", "Бейжіңде", "Пекин", "в\u00a0Пекине", "北京"),
    _place(KZ, "Astana", "Астана", "Астанада", "Астана", "в\u00a0Астане", "阿斯塔纳"),
    _place(CN, "Shanghai", "Шанхай", "Шанхайда", "Шанхай", "в\u00a0Шанхае", "上海"),
    _place(KZ, "Kostanay", "Қостанай", "Қостанайда", "Костанай", "в\u00a0Костанае", "科斯塔奈"),
    _place(CN, "Wuhan", "Ухань", "Уханьда", "Ухань", "в\u00a0Ухане", "武汉"),
    _place(KZ, "Shymkent", "Шымкент", "Шымкентте", "Шымкент", "в\u00a0Шымкенте", "奇姆肯特"),
    _place(CN, "Yan’an", "Яньань", "Яньаньда", "Яньань", "в\u00a0Яньани", "延安"),
    _place(
        KZ, "Karaganda", "Қарағанды", "Қарағандыда", "Караганда", "в\u00a0Караганде", "卡拉干达"
    ),
    _place(CN, "Xi’an", "Сиань", "Сианьда", "Сиань", "в\u00a0Сиане", "西安"),
    _place(CN, "Urumqi", "Үрімжі", "Үрімжіде", "Урумчи", "в\u00a0Урумчи", "乌鲁木齐"),
]

STANDFIRST = _texts(
    "An invented example, number {number}: it lets the press room be tried with many statements.",
    "Ойдан құрастырылған {number}-мысал: баспасөз орталығын көп мәлімдемемен сынауға арналған.",
    "Вымышленный пример №\u00a0{number}: с\u00a0ним пресс-центр проверяют на большом числе сообщений.",
    "第{number}号虚构示例，供新闻中心在稿件大量增加的情况下试用。",
)
NOTE = _texts(
    "<p>Nobody has planned this event. Please do not report it.</p>",
    "<p>Бұл шараны ешкім жоспарлаған жоқ. Хабар ретінде таратпауыңызды сұраймыз.</p>",
    "<p>Этого события никто не\u00a0планировал. Пожалуйста, не\u00a0сообщайте о\u00a0нём.</p>",
    "<p>并无任何一方计划举办此活动，请勿报道。</p>",
)

EVENTS = [
    {
        "headline": _texts(
            "Example {number}: a screening of “The Composer” and a talk {in_place}",
            "{number}-мысал: {in_place} «Композитор» фильмі көрсетіліп, әңгіме өтеді",
            "Пример {number}: показ «Композитора» и\u00a0беседа {in_place}",
            "示例{number}：《音乐家》放映暨座谈会在{place}举行",
        ),
        "first": _texts(
            "“The Composer” is shown {in_place} in this example, and the audience stays to talk about "
            "the two musicians whom the war brought together.",
            "Бұл мысалда «Композитор» фильмі {in_place} көрсетіледі, одан кейін көрермен соғыс "
            "табыстырған екі музыкант туралы әңгімелеседі.",
            "В\u00a0этом примере «Композитора» показывают {in_place}, а\u00a0после сеанса зрители говорят "
            "о\u00a0двух музыкантах, которых свела война.",
            "在本示例中，《音乐家》在{place}放映，映后观众围绕两位因战争相遇的音乐家展开座谈。",
        ),
        "second": _texts(
            "The film runs for 103 minutes; the talk is held in two languages.",
            "Фильм 103\u00a0минутқа созылады, әңгіме екі тілде өтеді.",
            "Фильм идёт 103\u00a0минуты, беседа проходит на\u00a0двух языках.",
            "影片片长103分钟，座谈以两种语言进行。",
        ),
    },
    {
        "headline": _texts(
            "Example {number}: a choir sings Baikadamov before the film {in_place}",
            "{number}-мысал: {in_place} фильм алдында хор Байқадамовтың шығармаларын орындайды",
            "Пример {number}: перед фильмом {in_place} хор поёт Байкадамова",
            "示例{number}：{place}放映前合唱团演唱拜卡达莫夫作品",
        ),
        "first": _texts(
            "A choir opens the evening {in_place} with songs by Bakhytzhan Baikadamov; then the film "
            "about his friendship with Xian Xinghai begins.",
            "{in_place} өтетін кешті хор Бақытжан Байқадамовтың әндерімен ашады, содан кейін оның "
            "Сянь Синхаймен достығы туралы фильм басталады.",
            "Вечер {in_place} открывает хор с\u00a0песнями Бахитжана Байкадамова, затем начинается фильм "
            "о\u00a0его дружбе с\u00a0Сянь Синхаем.",
            "{place}的这场晚会由合唱团演唱拜卡达莫夫的歌曲开场，随后放映讲述他与冼星海友谊的影片。",
        ),
        "second": _texts(
            "The programme of the example has “Maira” of 1952 and “For Peace” of 1953.",
            "Мысалдың бағдарламасында «Майра» (1952) мен «Бейбітшілік үшін» (1953) бар.",
            "В\u00a0программе примера «Майра» (1952) и\u00a0«За\u00a0мир» (1953).",
            "示例中的曲目有《玛依拉》（1952年）和《为了和平》（1953年）。",
        ),
    },
    {
        "headline": _texts(
            "Example {number}: pupils {in_place} draw the suitcase and the violin",
            "{number}-мысал: {in_place} оқушылар чемодан мен скрипканың суретін салады",
            "Пример {number}: школьники {in_place} рисуют чемодан и\u00a0скрипку",
            "示例{number}：{place}学生画手提箱与小提琴",
        ),
        "first": _texts(
            "A show of children’s drawings after the film is held {in_place}. Most of the sheets show "
            "the musician on his suitcase and the man who holds out a hand to him.",
            "{in_place} фильмге арналған балалар суретінің көрмесі өтеді. Суреттердің көбінде "
            "чемодан үстінде отырған музыкант пен оған қол созған адам бейнеленген.",
            "Выставка детских рисунков по\u00a0фильму проходит {in_place}. Чаще всего на\u00a0них музыкант "
            "на\u00a0чемодане и\u00a0человек, который протягивает ему руку.",
            "以影片为题的儿童画展在{place}举行，画得最多的是坐在手提箱上的音乐家和向他伸出手的人。",
        ),
        "second": _texts(
            "The drawings are as invented as the show; admission to it is free in the example.",
            "Суреттер де, көрме де ойдан шығарылған; мысал бойынша кіру тегін.",
            "И\u00a0рисунки, и\u00a0выставка вымышлены; вход в\u00a0примере свободный.",
            "画作与画展均属虚构；示例中的展览免费参观。",
        ),
    },
    {
        "headline": _texts(
            "Example {number}: an evening for the “Yellow River Cantata” {in_place}",
            "{number}-мысал: {in_place} «Хуанхэ» кантатасының кеші өтеді",
            "Пример {number}: вечер кантаты «Хуанхэ» {in_place}",
            "示例{number}：《黄河大合唱》专场在{place}举行",
        ),
        "first": _texts(
            "An evening {in_place} is given to the cantata that Xian Xinghai wrote in 1939. Scenes "
            "from the film stand between its movements.",
            "{in_place} өтетін кеш Сянь Синхайдың 1939\u00a0жылы жазған кантатасына арналады. Бөлімдер "
            "арасында фильмнен үзінділер көрсетіледі.",
            "Вечер {in_place} посвящён кантате, которую Сянь Синхай написал в\u00a01939\u00a0году. Между её "
            "частями показывают сцены из\u00a0фильма.",
            "{place}的这场音乐会以冼星海1939年创作的大合唱为主题，各乐章之间穿插放映影片片段。",
        ),
        "second": _texts(
            "The words of the cantata are by Guang Weiran; it was first performed in Yan’an.",
            "Кантатаның сөзін Гуан Вэйжань жазған; ол тұңғыш рет Яньаньда орындалды.",
            "Слова кантаты написал Гуан Вэйжань, впервые она прозвучала в\u00a0Яньани.",
            "大合唱由光未然作词，首演于延安。",
        ),
    },
    {
        "headline": _texts(
            "Example {number}: how “The Composer” was put into four languages, a talk {in_place}",
            "{number}-мысал: «Композитордың» төрт тілдегі аудармасы туралы {in_place} кездесу өтеді",
            "Пример {number}: как «Композитора» переводили на\u00a0четыре языка\u00a0— встреча {in_place}",
            "示例{number}：《音乐家》四语翻译漫谈在{place}举行",
        ),
        "first": _texts(
            "Two translators speak {in_place} about a story in which the heroes share no language and "
            "still understand each other.",
            "{in_place} екі аудармашы кейіпкерлері ортақ тілсіз-ақ ұғысатын хикая жайында сөз қозғайды.",
            "Два переводчика рассказывают {in_place} об\u00a0истории, герои которой не\u00a0знают языка друг "
            "друга и\u00a0всё-таки друг друга понимают.",
            "两位译者在{place}畅谈这样一个故事：主人公语言不通，却能彼此理解。",
        ),
        "second": _texts(
            "Examples come from the names: each language writes them in its own way.",
            "Мысалдар кісі есімдерінен алынған: әр тіл оларды өзінше жазады.",
            "За\u00a0примерами далеко ходить не\u00a0надо: каждый язык пишет имена по-своему.",
            "例子多取自人名：每种语言都有各自的写法。",
        ),
    },
]

QUOTES = [
    _texts(
        "We knew the song, but not the man who came to our city with a violin.",
        "Әнін білетінбіз, ал қаламызға скрипкасын арқалап келген адамның өзін білмеппіз.",
        "Песню мы знали, а\u00a0человека, который приехал в\u00a0наш город со\u00a0скрипкой,\u00a0— нет.",
        "歌我们都会唱，却不知道那个带着小提琴来到我们城市的人。",
    ),
    _texts(
        "Nobody needs an interpreter to see that somebody is cold.",
        "Біреудің тоңып тұрғанын көру үшін аудармашының керегі жоқ.",
        "Чтобы увидеть, что человеку холодно, переводчик не\u00a0нужен.",
        "看到有人挨冻，是不需要翻译的。",
    ),
    _texts(
        "After the film the hall was silent for a while, and then somebody began to sing.",
        "Фильмнен кейін зал біраз үнсіз қалды, сосын біреу ән бастап кетті.",
        "После фильма зал немного помолчал, а\u00a0потом кто-то запел.",
        "影片放完，全场静了片刻，随后有人唱了起来。",
    ),
]
SPEAKERS = [
    _texts("a visitor (example)", "көрермен (мысал)", "зрительница (пример)", "一位观众（示例）"),
    _texts("a teacher (example)", "мұғалім (мысал)", "учитель (пример)", "一位教师（示例）"),
    _texts(
        "a singer of the choir (example)",
        "хор әншісі (мысал)",
        "певица хора (пример)",
        "一位合唱队员（示例）",
    ),
    _texts(
        "a translator (example)", "аудармашы (мысал)", "переводчик (пример)", "一位译者（示例）"
    ),
]
