from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_rows_in_their_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndexMade",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rules", models.CharField(max_length=64)),
            ],
        ),
    ]
