import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("diplomacy", "0004_following"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FrontEdition",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="front_edition",
                        serialize=False,
                        to="diplomacy.ledgerentry",
                    ),
                ),
                (
                    "page",
                    models.CharField(
                        choices=[
                            ("about", "About"),
                            ("method", "Method"),
                            ("coverage", "Coverage"),
                            ("help", "Help"),
                            ("accessibility", "Accessibility"),
                            ("privacy", "Privacy"),
                        ],
                        max_length=20,
                    ),
                ),
                ("language", models.CharField(max_length=20)),
                (
                    "n",
                    models.PositiveIntegerField(
                        help_text="Counted from 1 within page and language."
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200)),
                ("body", models.TextField(blank=True)),
                ("is_shipped", models.BooleanField(default=False)),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["entry"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page", "language", "n"), name="front_editions_count_up"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FrontText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "page",
                    models.CharField(
                        choices=[
                            ("about", "About"),
                            ("method", "Method"),
                            ("coverage", "Coverage"),
                            ("help", "Help"),
                            ("accessibility", "Accessibility"),
                            ("privacy", "Privacy"),
                        ],
                        max_length=20,
                    ),
                ),
                ("language", models.CharField(max_length=20)),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="title")),
                ("body", models.TextField(blank=True, max_length=60000, verbose_name="text")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "updated_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "page about the archive",
                "verbose_name_plural": "pages about the archive",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page", "language"), name="front_text_once_a_language"
                    )
                ],
            },
        ),
    ]
