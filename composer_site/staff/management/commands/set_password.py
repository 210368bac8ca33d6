import secrets

from django.core.management.base import BaseCommand, CommandError

from composer_site.staff.models import User


class Command(BaseCommand):
    help = "Give a member of staff a new random password, printed once; ends their sessions."

    def add_arguments(self, parser):
        parser.add_argument("user", help="name at sign-in")

    def handle(self, *args, user, **options):
        try:
            member = User.objects.get_by_natural_key(user)
        except User.DoesNotExist:
            raise CommandError(f"There is no member of staff named {user!r}.") from None
        password = secrets.token_urlsafe(15)
        member.set_password(password)
        member.save(update_fields=["password"])
        self.stdout.write(f"The new password of {user}: {password}")
        if not member.is_active:
            self.stdout.write("This account is not active: it cannot sign in until it is.")
