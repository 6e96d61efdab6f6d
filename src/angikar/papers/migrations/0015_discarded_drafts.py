"""A draft may be discarded: one more state of papers; no row and no table changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("papers", "0014_signatures")]

    operations = [
        migrations.AlterField(
            model_name="paper",
            name="state",
            field=models.CharField(
                choices=[
                    ("intake", "আনা হয়েছে"),
                    ("draft", "খসড়া"),
                    ("review", "মতামতের জন্য"),
                    ("signed", "স্বাক্ষরিত"),
                    ("issued", "জারি"),
                    ("superseded", "প্রতিস্থাপিত"),
                    ("discarded", "বাতিল খসড়া"),
                ],
                default="draft",
                max_length=12,
            ),
        ),
    ]
