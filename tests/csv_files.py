"""The CSV files of the admin, asked for and sent, and what the page of an import says of them."""

import csv
import io
import re

from django.core.files.uploadedfile import SimpleUploadedFile

LISTS = {
    "people": "/admin/people/person/",
    "names": "/admin/people/person/",
    "credits": "/admin/films/credit/",
    "releases": "/admin/films/film/",
}


def export_address(table):
    return f"{LISTS[table]}csv/{table}.csv"


def import_address(table):
    return f"{LISTS[table]}csv/{table}/import/"


def exported(client, table, query=""):
    return client.get(f"{export_address(table)}{query}").getvalue()


def rows_in(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def look(client, table, content):
    content = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("any.csv", content, "text/csv")
    return client.post(import_address(table), {"file": file})


def token_in(response):
    found = re.search(r'name="seen" value="([^"]+)"', response.text)
    return found and found[1]


def bring_in(client, table, content):
    response = look(client, table, content)
    return client.post(import_address(table), {"seen": token_in(response)})


def outcomes(response):
    plan = response.context["plan"]
    return {line.number: line.outcome.value for line in plan.lines}


def problems(response):
    lines = response.context["plan"].lines
    return {
        line.number: [column for column, _said in line.problems] for line in lines if line.problems
    }
