"""Addresses of the desk pages."""

from django.urls import URLPattern, path, re_path

from amends.web.desk import (
    customers,
    dates,
    feed,
    here,
    kept_mail,
    merging,
    people,
    promises,
    queues,
    red_tape,
    search,
    today,
)
from amends.web.pieces import pieces
from amends.web.signin import enter, nowhere

urlpatterns: list[URLPattern] = [
    path("", today.today, name="today"),
    path("today/lanes", today.lanes, name="lanes"),
    path("today/news", today.news, name="news"),
    path("today/alerts/putting-away", today.put_away, name="put_away"),
    path("today/offered-back", today.answer_back, name="answer_back"),
    path("today/<str:name>", today.lane, name="lane"),
    path("search", search.search, name="search"),
    path("promises", promises.promises, name="promises"),
    path("promises/dates", dates.dates, name="dates"),
    path("promises/dates/beginning-anew", dates.begin_anew, name="dates_anew"),
    path("here", here.here, name="here"),
    path("here/people/<int:pk>/absence", here.ill, name="absence_now"),
    path("here/people/<int:pk>/deputy", here.deputy, name="deputy"),
    path("here/absences/<int:pk>/end", here.back, name="absence_end"),
    path("calendar/<str:key>.ics", feed.feed, name="feed"),
    path("profile/feed", feed.renew, name="profile_feed"),
    path("customers", customers.customers, name="customers"),
    path("customers/<int:pk>", customers.customer, name="customer"),
    path("customers/<int:pk>/addresses/<int:address>/retirement", customers.retire, name="retire_address"),
    path("customers/<int:pk>/merging", merging.merging, name="customer_merging"),
    path("customers/<int:pk>/<str:part>", customers.change, name="customer_part"),
    path("kept-mail", kept_mail.kept_mail, name="kept_mail"),
    path("kept-mail/<int:pk>", kept_mail.kept, name="kept"),
    path("kept-mail/<int:pk>/raw", kept_mail.raw, name="kept_raw"),
    path("kept-mail/<int:pk>/case", kept_mail.release_one, name="kept_release"),
    path("kept-mail/<int:pk>/setting-aside", kept_mail.set_aside, name="kept_aside"),
    path("red-tape", red_tape.red_tape, name="red_tape"),
    path("people", people.people, name="people"),
    path("people/<int:pk>/link", people.link, name="person_link"),
    path("people/<int:pk>/role", people.role, name="person_role"),
    path("people/<int:pk>/leaving", people.leave, name="person_leave"),
    path("queues", queues.queues, name="queues"),
    path("queues/<int:pk>", queues.queue, name="queue"),
    path("sites/new", queues.site, name="site_new"),
    path("sites/<int:pk>", queues.site, name="site"),
    path("profile", people.profile, name="profile"),
    path("in/<str:secret>", enter, name="enter"),
    # People are added, renamed and let in by an admin: these pages of the sign-in package are not for this desk.
    re_path(r"^account/(?:signup|email|confirm-email|login/code|password/reset/key)/", nowhere),
    path("pieces", pieces, name="pieces"),
]
