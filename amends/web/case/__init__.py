"""The case pages: one case with its conversation, its playbook and its acts; and opening a new one."""
