from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("standings", "0008_numbers_of_a_plan"),
    ]

    operations = [
        migrations.DeleteModel(name="LineScore"),
        migrations.DeleteModel(name="Tally"),
    ]
