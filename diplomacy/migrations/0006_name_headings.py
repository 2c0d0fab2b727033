from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("diplomacy", "0005_front_matter")]

    operations = [
        migrations.AlterField(
            model_name="name",
            name="usage",
            field=models.CharField(
                choices=[
                    ("heading", "Heading in its language"),
                    ("variant", "Also called"),
                    ("abbreviation", "Abbreviation"),
                    ("misprint", "Wrong or misprinted form"),
                    ("disputed", "Disputed name"),
                ],
                default="variant",
                max_length=20,
                verbose_name="use",
            ),
        )
    ]
