"""Template tags of the desk; loaded everywhere."""

from django import template

register = template.Library()
