from django.urls import path, register_converter
from django.urls.converters import StringConverter

from composer_site.library import views


class TokenConverter(StringConverter):
    regex = "[0-9a-f]{40}"


class SizeConverter(StringConverter):
    regex = r"original\.jpg|[0-9]{1,4}\.webp"


class PdfNameConverter(StringConverter):
    regex = r"[-a-zA-Z0-9_]{1,120}\.pdf"


register_converter(TokenConverter, "token")
register_converter(SizeConverter, "size")
register_converter(PdfNameConverter, "pdf_name")

app_name = "library"
urlpatterns = [
    path("pictures/<token:token>/<size:name>", views.picture_file, name="picture"),
    path("files/<token:token>/<pdf_name:file_name>", views.pdf_file, name="file"),
]
