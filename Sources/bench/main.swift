import Atalaya

print("atalaya bench")
