from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kit.folding import skeleton

PARTS = " \t._'’-"


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Keys as names are compared now. Of two people who were told apart until now, the later one
    keeps the key of old, and with it the name."""
    people = apps.get_model("accounts", "User").objects
    for person in people.order_by("pk").iterator(chunk_size=500):
        shown = person.display_name or person.username
        display_key = skeleton(shown.translate(dict.fromkeys(map(ord, PARTS))))[:160]
        key = skeleton(person.username)[:160]
        people.filter(pk=person.pk).update(display_key=display_key)
        if not people.filter(username_key=key).exists():
            people.filter(pk=person.pk).update(username_key=key)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_display_key")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
