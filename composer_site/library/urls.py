from django.urls import path, register_converter
from django.urls.converters import StringConverter

from composer_site.library import views


class TokenConverter(StringConverter):
    regex = "[0-9a-f]{40}"


class SizeConverter(StringConverter):
    regex = r"original\.jpg|[0-9]{1,4}\.webp"


register_converter(TokenConverter, "token")
register_converter(SizeConverter, "size")

app_name = "library"
urlpatterns = [path("<token:token>/<size:name>", views.picture_file, name="picture")]
