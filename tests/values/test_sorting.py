import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer_site.values.languages import LANGUAGES
from composer_site.values.sorting import LENGTH, initial, sort_key

KAZAKH = list("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")
RUSSIAN = list("абвгдежзийклмнопрстуфхцчшщъыьэюя")


def in_order(words, code):
    mixed = random.Random(5).sample(words, len(words))
    return sorted(mixed, key=lambda word: sort_key(word, code))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kk", KAZAKH),
        ("kk", [letter.upper() for letter in KAZAKH]),
        ("ru", RUSSIAN),
        ("en", list("abcdefghijklmnopqrstuvwxyz")),
        (
            "kk",
            ["1943", "2019", "Абай", "Әуезов", "Байқадамов", "Құрманғазы", "Қыз Жібек", "Ләззат"],
        ),
        ("kk", ["Ол", "Өлең", "Тамыз", "Ұлы", "Үміт", "Һэ", "Шың", "Ыстық", "Іле", "Эхо", "Hans"]),
        ("ru", ["7 дней", "Ежов", "Ёлка", "Ель", "Йод", "Композитор", "Қобыз", "Лето", "Zebra"]),
        ("ru", ["«Абай»", "Байкадамов", "Баю", "бая"]),
        ("en", ["8½", "Ábel", "Ache", "Aether", "Æther 2", "Éclair", "Ełk", "Zoë", "Żuk", "Абай"]),
        ("en", ["O Brother", "O’Brien", "OBrien 2"]),
        ("en", ["The Composer", "The Composer 2", "Theatre"]),
        ("zh-hans", ["Almaty", "阿拉木图", "北京", "哈萨克斯坦", "中国", "作曲家", "冼星海"]),
    ],
)
def test_alphabetical_order(code, words):
    assert in_order(words, code) == words


def test_in_russian_yo_is_ye_and_in_kazakh_a_letter():
    assert sort_key("Ёлка", "ru") == sort_key("елка", "ru")
    assert sort_key("ё", "kk") > sort_key("е", "kk")


@pytest.mark.parametrize("code", LANGUAGES)
def test_case_marks_and_composition_make_no_difference(code):
    assert sort_key("  «ЙО\u0301Д», é ", code) == sort_key("и\u0306од e\u0301", code)


@pytest.mark.parametrize("code", ["kk", "en"])
def test_every_character_has_a_key(code):
    for number in range(0x30000):
        assert re.fullmatch("[0-9a-z]*", sort_key(chr(number), code))


@given(st.text(), st.text(), st.sampled_from(list(LANGUAGES)))
def test_keys_are_short_ascii_and_keep_the_order_of_a_prefix(text, more, code):
    key = sort_key(text, code)
    assert re.fullmatch(f"[0-9a-z]{{0,{LENGTH}}}", key)
    assert key <= sort_key(f"{text} {more}", code)


def test_a_long_title_is_cut():
    assert len(sort_key("Қ" * 10_000, "kk")) == LENGTH


# Names as lists print them, family name first where the language sorts by it; each in its order.
KAZAKH_NAMES = """
Абай Құнанбайұлы, Айтжанов Берік, Ақан сері, Анар, Аңсар, Әбдіров Нүркен, Әуезов Мұхтар,
Байқадамов Бақытжан, Бөкейхан Әлихан, Ғабдуллин Мәлік, Дина Нұрпейісова, Ермеков Әлімхан, Ёлкин,
Жамбыл Жабаев, Жұбанов Ахмет, Иманов Амангелді, Күләш Байсейітова, Қаралдин Байқадам,
Құрманғазы Сағырбайұлы, Ләззат, Мақатаев Мұқағали, Нұрсейіт Дильназ, Оразбаев, Өтеміс, Рахмадиев,
Сәтбаев Қаныш, Тәттімбет, Уәлиханов Шоқан, Ұлықпан, Үмбетәлі, Фариза, Хамиди Латиф, Һарун, Цянь,
Шәмші Қалдаяқов, Ыбырай Алтынсарин, Ілияс Жансүгіров, Эйзенштейн, Юань Цюань, Яков, Hu Jun, 冼星海
"""
RUSSIAN_NAMES = """
Айтжанов Берик, Байкадамов Бахитжан, Балакирев, Ван Айрис, Гуан Вэйжань, Джазильбекова Аружан,
Еликеев, Ёлкин, Ельцов, Жубандыков Серик, Закиров, Иванов, Йоханнес, Каирбеков Бахыт,
Курманбеков Сабит, Қонаев, Лин Го, Ногербек, Нурсеит Дильназ, Су Сяовэй, Сянь Нина, Сянь Синхай,
Ху Цзюнь, Цянь Юньлин, Чайковский, Шостакович, Шэнь Цзянь, Щедрин, Эйзенштейн, Юань Цюань,
Якуб Шерзат, Wang Iris
"""
ENGLISH_NAMES = """
Aitzhanov Berik, Álvarez, Anderson, Baikadamov Bakhytzhan, Baykadamov, Hsien Hsing-hai, Hu Jun,
Huang Xun, Jazilbekova Aruzhan, Kairbekov Bakhyt, Kong Yu, Kurmanbekov Sabit, Nurseit Dilnaz,
O’Brien, Obukhov, Qian Yunling, Shen Jonathan Jian, Sinn Sing Hoi, Su Xiaowei, Wang Iris, Xian Nina,
Xian Xinghai, Yahup Xirzat, Yao Chunguang, Yuan Quan, Zhakypov Madi, Żuk, Абай
"""
# With the pinyin that a name is sorted as, or without: then after those of its initial that have it.
CHINESE_NAMES = """
阿拜=abai, 艾特占诺夫, 拜卡达莫夫=baikadamofu, 贝多芬, 成龙=cheng long, 丁善德, 光未然=guang weiran,
郭玲, 胡军=hu jun, 黄训=huang xun, 贺绿汀, 孔宇=kong yu, 李焕之, 聂耳=nie er, 钱韵玲=qian yunling,
沈健=shen jian, 苏小卫=su xiaowei, 田汉, 王晓燕=wang xiaoyan, 冼妮娜=xian nina,
冼星海=xian xinghai, 西尔扎提·亚合甫=xierzati yahefu, 徐悲鸿, 袁泉=yuan quan, 张艺谋, 冼某
"""
NAMES = {"en": ENGLISH_NAMES, "kk": KAZAKH_NAMES, "ru": RUSSIAN_NAMES, "zh-hans": CHINESE_NAMES}


def names_of(code):
    return [" ".join(name.split()) for name in NAMES[code].split(",")]


@pytest.mark.parametrize("code", NAMES)
def test_names_stand_in_the_order_of_their_language(code):
    mixed = random.Random(7).sample(names_of(code), len(names_of(code)))
    key = lambda name: sort_key(name.partition("=")[2] or name, code)
    assert sorted(mixed, key=key) == names_of(code)


@pytest.mark.parametrize("code", NAMES)
def test_each_letter_heads_one_group_of_a_list(code):
    letters = [initial(sort_key(n.partition("=")[2] or n, code), code) for n in names_of(code)]
    changes = [
        letter for last, letter in zip(["", *letters], letters, strict=False) if letter != last
    ]
    assert len(changes) == len(set(changes))


@pytest.mark.parametrize(
    ("text", "code", "letter"),
    [
        ("Әуезов", "kk", "Ә"),
        ("Ілияс", "kk", "І"),
        ("Ёлкин", "kk", "Ё"),
        ("Ёлкин", "ru", "Е"),
        ("Żuk", "en", "Z"),
        ("Абай", "en", "А"),
        ("Hu Jun", "ru", "H"),
        ("xian xinghai", "zh-hans", "X"),
        ("徐悲鸿", "zh-hans", "X"),
        ("冼星海", "zh-hans", "#"),
        ("冼星海", "kk", "#"),
        ("8½", "en", "0–9"),
        ("", "en", "#"),
    ],
)
def test_a_list_files_a_name_under_a_letter(text, code, letter):
    assert initial(sort_key(text, code), code) == letter
