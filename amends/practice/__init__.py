"""Practice is answering a complaint that nobody sent; the coach says which parts of an answer are there, and which are missing."""

from amends.practice.complaint import Complaint as Complaint
from amends.practice.complaint import complaints as complaints
from amends.practice.complaint import pick as pick
from amends.practice.marking import Marked as Marked
from amends.practice.marking import mark as mark
