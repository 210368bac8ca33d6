from django.urls import path, register_converter

from composer_site.library import views


class TokenConverter:
    regex = "[0-9a-f]{40}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class SizeConverter(TokenConverter):
    regex = r"original\.jpg|[0-9]{1,4}\.webp"


register_converter(TokenConverter, "token")
register_converter(SizeConverter, "size")

app_name = "library"
urlpatterns = [path("<token:token>/<size:name>", views.picture_file, name="picture")]
